import { readFileSync } from 'node:fs';

/**
 * The part of JSON Schema (2020-12) that the schemas in `model` use. A keyword that is not listed here would be
 * ignored, so a test holds the schema against this list.
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema | false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  /** What a member is when it is absent; says nothing about values. */
  readonly default?: unknown;
}

/** Where a value does not fit, and how. */
export interface Misfit {
  /** `paragraphs[3].lines`; empty for the value itself. */
  readonly member: string;
  /** The rest of the sentence: "must be an integer". */
  readonly expected: string;
}

/** A part of the output that has a definition of its own in the schema. */
export type Definition = 'output' | 'settings' | 'summary' | 'article' | 'group' | 'skipped';

type Check = (value: unknown, member: string) => Misfit | null;

/** Holds values against a schema that refers to no other: the first misfit, or null when a value fits. */
export function compileSchema(schema: Schema): (value: unknown) => Misfit | null {
  const check = compile(schema);
  return (value) => check(value, '');
}

let definitions: Readonly<Record<string, Schema>> | undefined;
const checks = new Map<string, Check>();

/** Holds a value against a definition of `output.schema.json`: the first misfit, or null when it fits. */
export function checkSchema(value: unknown, definition: Definition): Misfit | null {
  return checkFor(definition)(value, '');
}

function checkFor(name: string): Check {
  const known = checks.get(name);
  if (known !== undefined) return known;
  definitions ??= readDefinitions();
  const check = compile(definitions[name]);
  checks.set(name, check);
  return check;
}

function readDefinitions(): Readonly<Record<string, Schema>> {
  const file = new URL('../model/output.schema.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly $defs: Record<string, Schema> }).$defs;
}

function compile(schema: Schema): Check {
  const parts: Check[] = [];
  if (schema.$ref !== undefined) parts.push(checkFor(schema.$ref.replace('#/$defs/', '')));
  if (schema.type !== undefined) parts.push(typeCheck([schema.type].flat()));
  if ('const' in schema) parts.push(oneOf([schema.const]));
  if (schema.enum !== undefined) parts.push(oneOf(schema.enum));
  if (schema.minimum !== undefined || schema.maximum !== undefined) parts.push(rangeCheck(schema));
  if (schema.exclusiveMinimum !== undefined) parts.push(aboveCheck(schema.exclusiveMinimum));
  if (schema.minLength !== undefined || schema.pattern !== undefined) parts.push(stringCheck(schema));
  if (schema.properties !== undefined) parts.push(objectCheck(schema, schema.properties));
  if (schema.items !== undefined) parts.push(listCheck(schema));
  if (schema.anyOf !== undefined) parts.push(anyOf(schema.anyOf));
  return (value, member) => {
    for (const part of parts) {
      const misfit = part(value, member);
      if (misfit !== null) return misfit;
    }
    return null;
  };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}

function typeCheck(types: readonly string[]): Check {
  const expected = `must be of the type ${types.join(' or ')}`;
  return (value, member) => {
    const type = typeOf(value);
    const fits = types.includes(type) || (type === 'integer' && types.includes('number'));
    return fits ? null : { member, expected };
  };
}

function oneOf(values: readonly unknown[]): Check {
  const expected = `must be ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return (value, member) => (values.includes(value) ? null : { member, expected });
}

function rangeCheck({ minimum = -Infinity, maximum = Infinity }: Schema): Check {
  const range = minimum === -Infinity ? `at most ${maximum}` : `${minimum} to ${maximum}`;
  const expected = `must be ${maximum === Infinity ? `at least ${minimum}` : range}`;
  return (value, member) =>
    typeof value !== 'number' || (value >= minimum && value <= maximum) ? null : { member, expected };
}

function aboveCheck(minimum: number): Check {
  const expected = `must be above ${minimum}`;
  return (value, member) => (typeof value !== 'number' || value > minimum ? null : { member, expected });
}

function stringCheck({ minLength = 0, pattern }: Schema): Check {
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value, member) => {
    if (typeof value !== 'string') return null;
    if (value.length < minLength) return { member, expected: 'must not be empty' };
    return shape === undefined || shape.test(value)
      ? null
      : { member, expected: `must match ${String(pattern)}` };
  };
}

function objectCheck(schema: Schema, properties: Readonly<Record<string, Schema>>): Check {
  const members = new Map(Object.entries(properties).map(([name, part]) => [name, compile(part)]));
  return (value, member) => {
    if (typeOf(value) !== 'object') return null;
    const record = value as Readonly<Record<string, unknown>>;
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(record, name)) return { member: join(member, name), expected: 'is missing' };
    }
    for (const name of Object.keys(record)) {
      const check = members.get(name);
      if (check === undefined) return { member: join(member, name), expected: 'is not known' };
      const misfit = check(record[name], join(member, name));
      if (misfit !== null) return misfit;
    }
    return null;
  };
}

function join(member: string, name: string): string {
  return member === '' ? name : `${member}.${name}`;
}

function listCheck({ prefixItems = [], items, minItems = 0, maxItems = Infinity }: Schema): Check {
  const first = prefixItems.map(compile);
  const rest = items === undefined || items === false ? undefined : compile(items);
  const most = items === false ? first.length : maxItems;
  const expected =
    most === Infinity ? `must have ${minItems} entries or more` : `must have ${minItems} to ${most} entries`;
  return (value, member) => {
    if (!Array.isArray(value)) return null;
    if (value.length < minItems || value.length > most) return { member, expected };
    for (let i = 0; i < value.length; i++) {
      const misfit = (first[i] ?? rest)?.(value[i], `${member}[${i}]`) ?? null;
      if (misfit !== null) return misfit;
    }
    return null;
  };
}

/** Reports the misfit that lies deepest, which belongs to the alternative that was meant; all of a value without members. */
function anyOf(schemas: readonly Schema[]): Check {
  const alternatives = schemas.map(compile);
  return (value, member) => {
    let nearest: Misfit | null = null;
    for (const alternative of alternatives) {
      const misfit = alternative(value, member);
      if (misfit === null) return null;
      if (nearest === null || (misfit.member !== member && !misfit.member.endsWith('reason')))
        nearest = misfit;
      else if (misfit.member === member && nearest.member === member) {
        const more = misfit.expected.replace(/^must be /, '');
        nearest = { member, expected: `${nearest.expected} or ${more}` };
      }
    }
    return nearest;
  };
}
