import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, Output } from '../../../src/model/article.ts';
import { checkSchema, type Definition } from '../../../src/pipeline/check-schema.ts';
import {
  containedFiles,
  drawOutput,
  makeSample,
  sampleFiles,
  type Sample,
} from '../pipeline/sample-folder.ts';

type Json = Record<string, unknown>;
interface SchemaNode extends Json {
  readonly $defs: Json;
}

const schema = JSON.parse(
  readFileSync(new URL('../../../src/model/output.schema.json', import.meta.url), 'utf8'),
) as SchemaNode;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
const validate: ValidateFunction = ajv.compile(schema);

let sample: Sample;
beforeAll(async () => {
  sample = await makeSample({ ...sampleFiles, ...containedFiles });
});
afterAll(() => sample.remove());

/** The sample with what it lacks: boilerplate, dates, skipped inputs. */
function fullOutput(): Output {
  const [first, ...others] = sample.output.articles;
  const entry = { block: 0, lines: [1, 1], bytes: [0, 5], text: 'Share' } as const;
  const boilerplate = {
    ...entry,
    reason: 'boilerplate',
    rule: 'share-widget',
    evidence: 'lexicon',
    confidence: 1,
  } as const;
  const article: Article = { ...first, published: '2025-03-18', removed: [...first.removed, boilerplate] };
  return {
    ...sample.output,
    articles: [article, ...others],
    skipped: [{ path: 'x.png', code: 'BINARY', message: 'This is not text.' }],
  };
}

describe('output.schema.json', () => {
  test('accepts the whole output and each line of jsonl', async () => {
    expect(validate(JSON.parse(await drawOutput(fullOutput(), 'json')))).toBe(true);
    for (const line of (await drawOutput(fullOutput(), 'jsonl')).trimEnd().split('\n')) {
      expect(validate(JSON.parse(line))).toBe(true);
    }
  });

  test('is tried on links of all kinds', async () => {
    const text = await drawOutput(fullOutput(), 'json');
    for (const part of [
      '"blocks":[',
      '"extends"',
      '"variantOf"',
      '"differs":[]',
      '"contained"',
      '"extension"',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('refuses every object in which a member is missing that must be there, or one is there that nobody knows', async () => {
    const text = await drawOutput(fullOutput(), 'json');
    const optional =
      /^(?:raw|repaired|variantOf|extends|differs|encodingGuessed|bom|replacements|whitespace|between|others|title|subtitle|byline|published)$/;
    let damages = 0;
    forEachObject(JSON.parse(text) as Json, (object, root) => {
      for (const name of Object.keys(object)) {
        const value = object[name];
        // the blocks of a witness may be missing, those of the summary may not
        if (optional.test(name) || (name === 'blocks' && Array.isArray(value))) continue;
        Reflect.deleteProperty(object, name);
        expect(validate(root), `without ${name}`).toBe(false);
        object[name] = value;
        damages++;
      }
      object['surplus'] = 1;
      expect(validate(root)).toBe(false);
      Reflect.deleteProperty(object, 'surplus');
    });
    expect(damages).toBeGreaterThan(100);
  });

  test('refuses every value of another type', async () => {
    const text = await drawOutput(fullOutput(), 'json');
    forEachObject(JSON.parse(text) as Json, (object, root) => {
      for (const [name, value] of Object.entries(object)) {
        object[name] = typeof value === 'boolean' ? 'x' : true;
        expect(validate(root), `${name}: true`).toBe(false);
        object[name] = value;
      }
    });
  });

  test('describes every member and closes every object', () => {
    const undescribed: string[] = [];
    forEachObject(schema, (node) => {
      if (node['type'] !== 'object' || typeof node['properties'] !== 'object') return;
      expect(node['additionalProperties']).toBe(false);
      for (const [name, member] of Object.entries(node['properties'] as Record<string, Json>)) {
        const target = (member['$ref'] as string | undefined)?.replace('#/$defs/', '') ?? '';
        const described =
          member['description'] ?? (schema.$defs[target] as Json | undefined)?.['description'];
        if (typeof described !== 'string' || described === '') undescribed.push(name);
      }
    });
    expect(undescribed).toEqual([]);
  });
});

describe('checkSchema', () => {
  const definitions: Definition[] = ['output', 'article', 'group', 'skipped', 'settings', 'summary'];

  test('says of the output and of any damage to it what the schema says', async () => {
    const output = JSON.parse(await drawOutput(fullOutput(), 'json')) as Json;
    const reference = ajv.compile({
      ...schema,
      $id: 'urn:cleancopy:test:1',
      anyOf: [{ $ref: '#/$defs/output' }],
    });
    expect(checkSchema(output, 'output')).toBeNull();
    const values = [null, true, -1, 0.5, 2, '', 'x', [], {}, [1, 2]];
    let refused = 0;
    forEachObject(output, (object, root) => {
      for (const [name, value] of Object.entries(object)) {
        for (const other of values) {
          object[name] = other;
          const accepted = checkSchema(root, 'output') === null;
          expect(accepted, `${name}: ${JSON.stringify(other)}`).toBe(reference(root));
          if (!accepted) refused++;
        }
        object[name] = value;
      }
    });
    expect(refused).toBeGreaterThan(1000);
  });

  test('knows every keyword that the schema uses', () => {
    const annotations = ['description', 'title', '$schema', '$id', '$defs'];
    const known =
      '$ref type const enum minimum maximum minLength pattern properties required additionalProperties prefixItems ' +
      'items minItems maxItems anyOf';
    const used = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [keyword, value] of Object.entries(node)) {
        if (!Array.isArray(node)) used.add(keyword);
        const isMap = keyword === 'properties' || keyword === '$defs';
        if (keyword === 'enum' || keyword === 'required') continue;
        for (const child of isMap ? Object.values(value as Json) : [value]) visit(child);
      }
    };
    visit(schema);
    expect([...used].filter((keyword) => ![...annotations, ...known.split(' ')].includes(keyword))).toEqual(
      [],
    );
    expect(definitions.filter((name) => schema.$defs[name] === undefined)).toEqual([]);
  });
});

/** Calls back for every object in a value; the second argument is always the whole value. */
function forEachObject(root: Json, visit: (object: Json, root: Json) => void): void {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) visit(value as Json, root);
    for (const child of Object.values(value)) walk(child);
  };
  walk(root);
}
