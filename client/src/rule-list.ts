/** A rule as a person chooses it. */
export interface RuleChoice {
  readonly id: string;
  readonly summary: string;
}

const SEVERITY = /^loopguard\.rules\.(?<id>[a-z-]+)\.severity$/u;

/** All rules, read from the settings of the manifest, which are generated from the rules. */
export function ruleList(manifest: unknown): RuleChoice[] {
  const { contributes } = manifest as {
    readonly contributes: {
      readonly configuration: readonly {
        readonly properties: Record<string, { readonly markdownDescription: string }>;
      }[];
    };
  };
  return contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, { markdownDescription }]) => {
      const id = SEVERITY.exec(name)?.groups?.['id'];
      return id === undefined ? [] : [{ id, summary: markdownDescription.split('\n')[0] ?? '' }];
    }),
  );
}

/** The rule that a command is asked about: by a code action, or by a line of the tree. */
export function askedRule(argument: unknown): { readonly ruleId: string; readonly href?: string } | undefined {
  if (typeof argument !== 'object' || argument === null || !('ruleId' in argument)) return undefined;
  const { ruleId } = argument;
  // The id becomes a file name.
  if (typeof ruleId !== 'string' || !/^[a-z-]+$/u.test(ruleId)) return undefined;
  const href = 'href' in argument && typeof argument.href === 'string' ? argument.href : undefined;
  return href === undefined ? { ruleId } : { ruleId, href };
}
