import type { CodeActionContext, Diagnostic } from 'vscode-languageserver';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import type { Place } from '../../project/projects.js';
import type { Asked } from './asked-findings.js';
import { isAsked, KINDS } from './kinds.js';
import type { OfferedFixes } from './offered-fixes.js';
import { isMend, isSafe, type Plan } from './plan.js';

/** An action that is offered, without its edit. */
export interface Offer {
  readonly title: string;
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly isPreferred?: boolean;
  /** The file that is edited; absent for what edits nothing. */
  readonly file?: string;
  readonly plan?: Plan;
  /** The rule whose page is shown. */
  readonly page?: string;
  /** Why it cannot be done; then it is shown, and does nothing. */
  readonly disabled?: string;
}

/** Everything that can be done about findings: the fixes first, then what silences, then what explains. */
export function offersFor(
  fixes: OfferedFixes,
  place: Place,
  asked: readonly Asked[],
  { only }: CodeActionContext,
): readonly Offer[] {
  const { file } = place;
  const safe = isAsked(KINDS.fixAll, only) ? safeOffers(fixes, place) : [];
  const rewrites = isAsked(KINDS.rewrite, only) ? asked.flatMap(one => cascadeOffers(fixes, place, one, only)) : [];
  if (!isAsked(KINDS.quickFix, only)) return [...rewrites, ...safe];
  const rules = [...new Set(asked.map(({ finding }) => finding.ruleId))];
  const own = asked.filter(({ isStart }) => !isStart);
  const about = (ruleId: string): Diagnostic[] =>
    asked.flatMap(({ finding, diagnostics }) => (finding.ruleId === ruleId ? diagnostics : []));
  return [
    ...asked.flatMap(one => fixOffers(fixes, place, one)),
    ...rewrites,
    ...rules
      .filter(ruleId => isFixableTwice(fixes, place, ruleId))
      .map(ruleId => fixAllOffer(file, ruleId, about(ruleId))),
    ...safe,
    ...onePerLine(own).map(({ finding, diagnostics }) => disableLineOffer(finding, diagnostics)),
    ...[...new Set(own.map(({ finding }) => finding.ruleId))].map(ruleId =>
      disableFileOffer(file, ruleId, about(ruleId)),
    ),
    ...rules.map(ruleId => pageOffer(ruleId, about(ruleId))),
  ];
}

function fixOffers(
  offered: OfferedFixes,
  { project }: Place,
  { finding, diagnostics, isStart }: Asked,
): readonly Offer[] {
  const fixes = offered.of(project, finding);
  const isOnlyOne = fixes.filter(isMend).length === 1;
  return fixes.map(fix => ({
    title: isStart ? `${fix.title} in ${fix.file}` : fix.title,
    kind: KINDS.quickFix,
    diagnostics,
    ...(isOnlyOne && isMend(fix) && finding.certainty === 'certain' && !isStart && { isPreferred: true }),
    file: fix.file,
    plan: { type: 'fix', key: finding.key, title: fix.title },
  }));
}

/** A call that is made asynchronous with those who call its function; what stays in its function is a quick fix. */
function cascadeOffers(
  offered: OfferedFixes,
  { project }: Place,
  { finding, diagnostics }: Asked,
  only: readonly string[] | undefined,
): readonly Offer[] {
  const isNamed = only?.includes(KINDS.rewrite) ?? false;
  if (!isNamed && offered.of(project, finding).some(isMend)) return [];
  const cascade = offered.cascadeOf(project, finding);
  if (!cascade) return [];
  const { file, key } = finding;
  const offer = { kind: KINDS.rewrite, diagnostics, file } as const;
  if ('refused' in cascade)
    return [{ ...offer, title: 'Make it async through every caller', disabled: cascade.refused }];
  return [{ ...offer, title: cascade.title, plan: { type: 'cascade', key } }];
}

function isFixableTwice(fixes: OfferedFixes, { project, file }: Place, ruleId: string): boolean {
  let count = 0;
  for (const finding of project.findingsIn(file)) {
    if (finding.ruleId === ruleId && fixes.of(project, finding).some(isMend) && ++count === 2) return true;
  }
  return false;
}

function fixAllOffer(file: string, ruleId: string, diagnostics: readonly Diagnostic[]): Offer {
  const plan: Plan = { type: 'fix-all', ruleId };
  return { title: `Fix all ${ruleId} in this file`, kind: KINDS.quickFix, diagnostics, file, plan };
}

function safeOffers(fixes: OfferedFixes, { project, file }: Place): readonly Offer[] {
  if (!project.findingsIn(file).some(finding => fixes.of(project, finding).some(isSafe))) return [];
  return [
    {
      title: 'Make all fixes of Loopguard that are safe',
      kind: KINDS.fixAll,
      diagnostics: [],
      file,
      plan: { type: 'fix-safe' },
    },
  ];
}

/** One comment silences all findings of a rule on its line, and they are next to each other here. */
function onePerLine(asked: readonly Asked[]): readonly Asked[] {
  const known = new Map<string, Asked>();
  for (const one of asked) {
    const key = `${one.finding.ruleId} ${one.line}`;
    const before = known.get(key);
    known.set(key, before ? { ...before, diagnostics: [...before.diagnostics, ...one.diagnostics] } : one);
  }
  return [...known.values()];
}

function disableLineOffer({ ruleId, file, key }: Finding, diagnostics: readonly Diagnostic[]): Offer {
  const plan: Plan = { type: 'disable-line', key };
  return { title: `Disable ${ruleId} for this line`, kind: KINDS.quickFix, diagnostics, file, plan };
}

function disableFileOffer(file: string, ruleId: string, diagnostics: readonly Diagnostic[]): Offer {
  const plan: Plan = { type: 'disable-file', ruleId };
  return { title: `Disable ${ruleId} for the entire file`, kind: KINDS.quickFix, diagnostics, file, plan };
}

function pageOffer(ruleId: string, diagnostics: readonly Diagnostic[]): Offer {
  return { title: `Show documentation for ${ruleId}`, kind: KINDS.quickFix, diagnostics, page: ruleId };
}
