import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import type { Hazard } from '../core/hazards/index.js';
import type { Finding, Fix } from '../core/model.js';
import { pageUrl } from '../core/page-url.js';
import { fullMessage } from '../core/words.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

/** What the documentation tools of ESLint plugins read. */
interface Docs {
  readonly recommended: boolean;
}

export type Rule = TSESLint.RuleModule<string, unknown[], Docs, { Program: () => void }>;
type Context = Readonly<TSESLint.RuleContext<string, unknown[]>>;

const REMEDY = 'remedy';

/**
 * A hazard as an ESLint rule. It reports what the shared analysis says of the file; it looks at no
 * syntax tree, so any parser will do.
 *
 * **Invariant:** the rule never throws. When its analysis fails it says so once and stays silent.
 */
export function toRule(hazard: Hazard, sessions: Sessions): Rule {
  return {
    meta: metaOf(hazard),
    create: context => ({
      Program: () => {
        sessions.failures.contain(hazard.id, () => reportFile(hazard, sessions, context));
      },
    }),
  };
}

function metaOf(hazard: Hazard): Rule['meta'] {
  return {
    type: 'problem',
    docs: {
      description: hazard.summary,
      url: pageUrl(hazard.id),
      recommended: hazard.level === 'recommended',
    },
    languages: ['js/js'],
    hasSuggestions: hazard.fixes.includes('review'),
    ...(hazard.fixes.includes('safe') && { fixable: 'code' as const }),
    schema: [hazard.schema as JSONSchema.JSONSchema4],
    defaultOptions: [hazard.defaultOptions],
    messages: {
      ...Object.fromEntries(Object.keys(hazard.messages).map(id => [id, '{{message}}'])),
      [REMEDY]: '{{title}}',
    },
  };
}

function reportFile(hazard: Hazard, sessions: Sessions, context: Context): void {
  const file = sessions.visit({
    filename: context.filename,
    physicalFilename: context.physicalFilename,
    cwd: context.cwd,
    text: context.sourceCode.text,
    settings: context.settings,
    config: context.languageOptions,
  });
  if (file === undefined) return;
  const { session, path, strict } = file;
  const query = { rules: [hazard.id], options: { [hazard.id]: context.options[0] }, file: path, strict };
  const findings = attempt(session, hazard.id, () => session.findings(query));
  for (const finding of findings) {
    // A recipe that fails costs the fixes of its rule, and not the finding.
    const fixes = attempt(session, `fixes of ${hazard.id}`, () => session.fixes(finding));
    report(
      finding,
      fixes.filter(fix => fix.file === path),
      context,
    );
  }
}

/** What `ask` answers, or nothing once it failed in this project. */
function attempt<T>({ failures }: Session, part: string, ask: () => readonly T[]): readonly T[] {
  return failures.has(part) ? [] : (failures.contain(part, ask) ?? []);
}

function report(finding: Finding, fixes: readonly Fix[], context: Context): void {
  const safe = fixes.find(fix => fix.grade === 'safe');
  const { sourceCode } = context;
  context.report({
    messageId: finding.messageId,
    data: { message: fullMessage(finding) },
    loc: {
      start: sourceCode.getLocFromIndex(finding.span[0]),
      end: sourceCode.getLocFromIndex(finding.span[1]),
    },
    fix: safe === undefined ? null : fixer => apply(safe, fixer),
    suggest: fixes
      .filter(fix => fix.grade === 'review')
      .map(fix => ({ messageId: REMEDY, data: { title: fix.title }, fix: fixer => apply(fix, fixer) })),
  });
}

function apply(fix: Fix, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] {
  return fix.edits.map(({ span: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}
