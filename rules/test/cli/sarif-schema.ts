import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const SCHEMA = new URL(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
let check: ReturnType<InstanceType<typeof Ajv.default>['compile']> | undefined;

/** What the official JSON schema of SARIF 2.1.0 (written in draft 4) has against a log. */
export function sarifProblems(log: unknown): readonly string[] {
  check ??= compile();
  void check(log);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function compile(): NonNullable<typeof check> {
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
}
