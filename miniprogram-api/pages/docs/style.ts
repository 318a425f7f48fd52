/** The style of `/docs`, on the design tokens. What is wider than the page scrolls inside itself. */
export const rules = `
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text)/var(--leading) var(--font);text-autospace:normal}
header>div,main,nav{max-width:48rem;margin:0 auto;padding:var(--space-2) var(--space-3)}
.band{margin:0;padding:var(--space-1) var(--space-3);background:var(--amber-soft);color:var(--amber);text-align:center}
p:not(.band){max-width:var(--measure);margin:var(--space-1) 0}
h1{font-size:var(--text-large);line-height:1.3;margin:var(--space-1) 0}
h2{font-size:var(--text-large);line-height:1.3;margin:var(--space-4) 0 var(--space-1);padding-bottom:var(--space-half);border-bottom:1px solid var(--hairline)}
nav h2{font-size:var(--text);margin:0;border:0}
h3{font-size:var(--text);margin:var(--space-4) 0 0;overflow-wrap:anywhere}
h3 code{font-weight:600}
ul{margin:0;padding:0;list-style:none}
dl{margin:var(--space-1) 0;display:grid;grid-template-columns:8rem minmax(0,1fr);gap:var(--space-1) var(--space-2)}
dt{color:var(--ink-soft)}
dd{margin:0;overflow-wrap:anywhere}
@media (max-width:480px){dl{display:block}dd{margin:0 0 var(--space-1)}}
code,pre{font-family:var(--font-code);font-size:var(--text-small)}
pre{overflow-x:auto;margin:var(--space-1) 0;padding:var(--space-1) var(--space-2);background:var(--paper-sunk);border:1px solid var(--hairline);border-radius:var(--radius)}
a{color:var(--accent);text-underline-offset:3px}
.links a{box-sizing:border-box;display:inline-block;min-height:var(--target);padding:var(--space-1) 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
