export const HOMEPAGE = 'https://github.com/loopguard/loopguard';

/** Page of a rule on the web. */
export function pageUrl(ruleId: string): string {
  return `${HOMEPAGE}/blob/main/rules/docs/${ruleId}.md`;
}
