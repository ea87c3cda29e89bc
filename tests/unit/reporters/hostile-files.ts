const paragraph =
  'The harbour master of Lindhaven said on Friday that the old crane would be taken down before the autumn storms arrive.';
const script = `<script>window.hostile = 1</script><img src=x onerror="window.hostile = 1"></script><!--<svg onload=window.hostile=1>`;

/** Files that try to get out of whatever shows them: invented articles with everything that a page or a terminal obeys. */
export const hostileFiles: Readonly<Record<string, string>> = {
  '__proto__.txt': `__proto__ and constructor on the harbour list\n\n${paragraph}\n\n${script}\n`,
  'constructor.txt': `${paragraph}\n\n{"__proto__": {"hostile": 1}, "constructor": {"prototype": {"hostile": 1}}}\n`,
  'escapes.txt': `A title \u001b[31mwith\u001b[0m escapes \u0007 and a bell\n\n\u001b]0;hostile\u0007${paragraph}\n\n\u009b2J ${paragraph} \u001b]8;;http://127.0.0.1/\u0007link\u001b]8;;\u0007\n`,
  'bidi.txt': `A title that \u202eturns round\u202c in the middle\n\n${paragraph.replace('Friday', '\u2066Friday\u2069 \u200f')}\n`,
  'long.txt': `${'hostile '.repeat(130_000)}\n\n${'x'.repeat(1_000_000)}\n\n${paragraph}\n`,
  '<img src=x onerror=window.hostile=1>.txt': `</title></textarea></style>${script}\n\n${paragraph} ${script}\n`,
  'javascript:window.hostile=1.txt': `${paragraph}\n\njavascript:window.hostile=1\n\n${script} ${paragraph} ${script}\n`,
  'markup.txt': `&lt;b&gt; \u2028 \u2029 ]]> --> \${window.hostile=1} {{constructor}} \`\n\n${paragraph}\n`,
};
