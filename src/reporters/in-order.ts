import type {
  Article,
  BlockEntry,
  BlockReference,
  FieldName,
  Group,
  Head,
  Paragraph,
  Removed,
  Skipped,
} from '../model/article.ts';

// The order of members is part of the output's bytes, so it is fixed here, whatever order they were made in.
// Members that are undefined are left out by JSON.stringify.

const fieldNames: readonly FieldName[] = ['title', 'subtitle', 'byline', 'published'];

function entry(from: BlockEntry): Record<keyof BlockEntry, unknown> {
  return { block: from.block, lines: from.lines, bytes: from.bytes, text: from.text, raw: from.raw };
}

function reference(from: BlockReference): BlockReference {
  return { path: from.path, block: from.block };
}

function paragraph(from: Paragraph): unknown {
  const { kind, variantOf } = from;
  const variant = variantOf && {
    ...reference(variantOf),
    similarity: variantOf.similarity,
    differs: variantOf.differs,
  };
  return { ...entry(from), kind, variantOf: variant };
}

function removal(from: Removed): unknown {
  const { reason } = from;
  if (reason === 'boilerplate') {
    const { rule, evidence, confidence } = from;
    return { ...entry(from), reason, rule, evidence, confidence };
  }
  const { match, scope, similarity, differs } = from;
  return { ...entry(from), reason, match, scope, similarity, of: reference(from.of), differs };
}

/** The article with its members in the order of its type; for `JSON.stringify`. */
export function articleInOrder(article: Article): unknown {
  const fields: Partial<Record<FieldName, unknown>> = {};
  for (const name of fieldNames) {
    const field = article.fields[name];
    if (field !== undefined) fields[name] = entry(field);
  }
  return {
    path: article.path,
    sha256: article.sha256,
    bytes: article.bytes,
    encoding: article.encoding,
    encodingGuessed: article.encodingGuessed,
    bom: article.bom,
    replacements: article.replacements,
    language: article.language,
    title: article.title,
    subtitle: article.subtitle,
    byline: article.byline,
    published: article.published,
    duplicateOf: article.duplicateOf,
    fields,
    paragraphs: article.paragraphs.map(paragraph),
    removed: article.removed.map(removal),
    whitespace: article.whitespace && {
      between: article.whitespace.between,
      others: article.whitespace.others,
    },
  };
}

/** The group with its members in the order of its type. */
export function groupInOrder(group: Group): unknown {
  const copies = group.copies.map((copy) => {
    return { ...reference(copy), match: copy.match, similarity: copy.similarity };
  });
  return { kept: reference(group.kept), copies };
}

/** The entry with its members in the order of its type. */
export function skippedInOrder({ path, code, message }: Skipped): unknown {
  return { path, code, message };
}

/** The head with its members in the order of its type. */
export function headInOrder({ schema, version, settings, summary }: Head): Record<keyof Head, unknown> {
  const { scope, near, variants, keep, strip } = settings;
  const { files, articles, skipped, duplicateArticles, bytes, blocks, duplicates, characters } = summary;
  return {
    schema,
    version,
    settings: { scope, near, variants, keep, strip },
    summary: {
      files,
      articles,
      skipped,
      duplicateArticles,
      bytes,
      blocks: {
        total: blocks.total,
        kept: blocks.kept,
        boilerplate: blocks.boilerplate,
        duplicate: blocks.duplicate,
        variant: blocks.variant,
      },
      duplicates: {
        exact: duplicates.exact,
        near: duplicates.near,
        contained: duplicates.contained,
        within: duplicates.within,
        across: duplicates.across,
      },
      characters: { total: characters.total, kept: characters.kept },
    },
  };
}
