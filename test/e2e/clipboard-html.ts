/** What lies in the clipboard after copying from other programs, as they write it. */

/** Word for Windows: a notice with headings, lists, a quote, a table, a picture on its own disk, and a reviewer's comment. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/lin/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:PunctuationKerning/>
  <w:LidThemeAsian>ZH-CN</w:LidThemeAsian>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:等线;
	panose-1:2 1 6 0 3 1 1 1 1 1;
	mso-font-charset:134;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	margin:0cm;
	text-align:justify;
	font-size:10.5pt;}
 @list l0:level1
	{mso-level-number-format:bullet;
	mso-level-text:\\F06C;}
-->
</style>
<!--[if gte mso 10]>
<style>
 table.MsoNormalTable
	{mso-style-name:普通表格;
	mso-padding-alt:0cm 5.4pt 0cm 5.4pt;}
</style>
<![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word;text-justify-trim:punctuation'>
<!--StartFragment-->

<h1><span style='font-family:等线;mso-ascii-theme-font:minor-latin'>收到邀请之后</span><span lang=EN-US><o:p></o:p></span></h1>

<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span
style='font-family:等线;color:black;mso-themecolor:text1'>有人自称研究机构，</span><b
style='mso-bidi-font-weight:normal'><span style='font-family:等线;color:#C00000'>出高价</span></b><span
style='font-family:等线'>请您“写一份情况”。详见</span><span lang=EN-US><a
href="https://example.org/notice"><span lang=EN-US style='font-family:等线'><span
lang=EN-US>通知</span></span></a></span><a
style='mso-comment-reference:L_1;mso-comment-date:20261130T1012'></a><span
class=MsoCommentReference><span lang=EN-US style='font-size:10.5pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" href="#_msocom_1">[L1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span><span
style='font-family:等线'>。</span><span lang=EN-US><o:p></o:p></span></p>

<h2><span style='font-family:"等线 Light"'>先看三件事</span><span lang=EN-US><o:p></o:p></span></h2>

<p class=MsoListParagraph style='margin-left:22.0pt;text-indent:-22.0pt;
mso-char-indent-count:0;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings;mso-fareast-font-family:Wingdings'><span
style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
style='font-family:等线'>要什么</span><span lang=EN-US><o:p></o:p></span></p>

<p class=MsoListParagraph style='margin-left:44.0pt;text-indent:-22.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>n<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span
style='font-family:等线'>公开的可以谈</span><span lang=EN-US><o:p></o:p></span></p>

<p class=MsoListParagraph style='margin-left:22.0pt;text-indent:-22.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
style='font-family:等线'>给多少</span><span lang=EN-US><o:p></o:p></span></p>

<p class=MsoQuote><span style='font-family:等线'>内部的不写、不拍、不传。</span><span lang=EN-US><o:p></o:p></span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal><span style='font-family:等线'>说法</span><span lang=EN-US><o:p></o:p></span></p>
  </td>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><span style='font-family:等线'>怎么办</span><span lang=EN-US><o:p></o:p></span></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><span style='font-family:等线'>报酬优厚</span><span lang=EN-US><o:p></o:p></span></p>
  </td>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><span style='font-family:等线'>先停一停</span><span lang=EN-US><o:p></o:p></span></p>
  </td>
 </tr>
</table>

<p class=MsoNormal><span lang=EN-US><!--[if gte vml 1]><v:shape id="_x0000_i1025" type="#_x0000_t75" style='width:100pt;height:50pt'>
 <v:imagedata src="file:///C:/Users/lin/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"/>
</v:shape><![endif]--><![if !vml]><img width=133 height=67
src="file:///C:/Users/lin/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="_x0000_i1025"><![endif]><o:p></o:p></span></p>

<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText>这里要核实</p></div></div></div>

<!--EndFragment-->
</body>

</html>`;

/** WPS Writer: headings, numbered lines whose numbers stand in the text, bold, and a table with a cell over two columns. */
export const fromWps = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document ><meta name=Generator  content="WPS Office" ><title></title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>lin</o:Author></o:DocumentProperties></xml><![endif]--><style>
@font-face{
font-family:"宋体";
}
@list l0:level1{
mso-level-number-format:chinese-counting;
mso-level-text:"%1、";
}
p.MsoNormal{
mso-style-name:正文;
text-align:justify;
font-size:10.5000pt;
}
h2{
mso-style-name:"标题 2";
font-weight:bold;
}
</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment--><h2 ><span style="mso-spacerun:'yes';font-family:黑体;font-weight:bold;font-size:16.0000pt;" ><font face="黑体" >怎么留下记录</font></span><span style="mso-spacerun:'yes';font-family:黑体;" ><o:p></o:p></span></h2><p class=MsoNormal  style="text-indent:21.0000pt;" ><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" ><font face="宋体" >对方的账号、</font></span><b><span style="font-family:宋体;font-weight:bold;" ><font face="宋体" >时间</font></span></b><span style="font-family:宋体;" ><font face="宋体" >和原话，照抄下来。</font></span><span style="font-family:宋体;" ><o:p></o:p></span></p><p class=MsoNormal  style="margin-left:0.0000pt;text-indent:0.0000pt;mso-list:l0 level1 lfo1;" ><!--[if !supportLists]--><span style="font-family:宋体;" ><span style='mso-list:Ignore;' >一、<span>&nbsp;</span></span></span><!--[endif]--><span style="font-family:宋体;" ><font face="宋体" >不要删除聊天</font></span><span style="font-family:宋体;" ><o:p></o:p></span></p><p class=MsoNormal  style="margin-left:0.0000pt;text-indent:0.0000pt;mso-list:l0 level1 lfo1;" ><!--[if !supportLists]--><span style="font-family:宋体;" ><span style='mso-list:Ignore;' >二、<span>&nbsp;</span></span></span><!--[endif]--><span style="font-family:宋体;" ><font face="宋体" >不要转发给别人</font></span><span style="font-family:宋体;" ><o:p></o:p></span></p><table class=MsoTableGrid  border=1  cellspacing=0  style="border-collapse:collapse;width:426.1000pt;mso-border-left-alt:0.5000pt solid windowtext;" ><tr><td width=568  valign=top  colspan=2  style="width:426.1000pt;padding:0.0000pt 5.4000pt;border:1.0000pt solid windowtext;" ><p class=MsoNormal ><span style="font-family:宋体;" ><font face="宋体" >记下什么</font></span></p></td></tr><tr><td width=284  valign=top ><p class=MsoNormal ><span style="font-family:宋体;" >时间</span></p></td><td width=284  valign=top ><p class=MsoNormal ><span style="font-family:宋体;" >到分钟</span></p></td></tr></table><!--EndFragment--></body></html>`;

/** A news site: menus, scripts, pictures of its own, a frame, and words between many layers. */
export const onAPage = `<!doctype html><title>新闻</title><style>.lead { color: #333; font: 16px/2 serif } .hide { display: none }</style>
<div class="wrap"><nav aria-hidden="true"><a href="/">首页</a></nav>
<article style="width:600px"><h1 class="t" style="color:red">提防高薪兼职</h1>
<p class="lead"><span style="font-size:18px">对方往往从<strong style="color:blue">一份问卷</strong>开始，<em>价钱</em>越来越高。</span></p>
<h3 id="how" onclick="track()">怎么识别</h3>
<ul class="dots"><li><a href="https://example.org/a?from=list" target="_blank" onmouseover="track()">问得越来越细</a></li><li>要您<b>拍照</b></li></ul>
<blockquote class="pull" style="border-left:4px solid"><p>说不清用途的钱，不要收。</p></blockquote>
<table class="data"><thead><tr><th>阶段</th><th>报酬</th></tr></thead><tbody><tr><td>问卷</td><td>200 元</td></tr></tbody></table>
<figure><img src="https://pictures.example/phone.jpg" alt="手机" onerror="track()"><figcaption>示意图</figcaption></figure>
<iframe src="https://ads.example/frame"></iframe><script>track()</script><p class="hide">看不见的字</p>
<p>本文由<a href="javascript:void(0)">编辑部</a>提供。</p></article></div>`;
