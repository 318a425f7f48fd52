/** An article as long as the platform takes one, with all that a text can hold. */

const paragraph =
  '有人自称研究机构，出高价请您“写一份**内部情况**”。先停一停，想三件事：对方要什么，给多少，为什么找您。详见[规定](https://example.org/rules)。公开的可以谈，内部的不写、不拍、不传；说不清用途的钱，不要收。';

const section = (n: number): string => `## 第${String(n)}节：先看三件事

${paragraph}

- 要什么
- 给多少
  - 远高于行情的，要问为什么

${paragraph}

> 内部的不写、不拍、不传。

| 说法 | 怎么办 |
| --- | --- |
| 报酬优厚 | 先停一停 |

${paragraph}`;

/** Markdown of so many characters, or some hundred more. */
export function longArticle(characters: number): string {
  let text = section(1);
  for (let n = 2; text.length < characters; n += 1) text += `\n\n${section(n)}`;
  return text;
}
