import { env, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { askedRule, ruleList } from '../rule-list.js';
import { showMarkdown } from '../show-markdown.js';
import type { Command } from './command.js';

/** Opens the page of a rule: the one it is asked about, or one that the person chooses. */
export const openRulePage: Command = async ({ context }, argument) => {
  const asked = askedRule(argument) ?? (await choose(context.extension.packageJSON));
  if (!asked) return;
  const page = Uri.joinPath(context.extensionUri, 'rules', 'docs', `${asked.ruleId}.md`);
  if (await exists(page)) await showMarkdown(page);
  else await env.openExternal(Uri.parse(asked.href ?? pageOnTheWeb(context, asked.ruleId)));
};

async function choose(manifest: unknown): Promise<{ ruleId: string; href?: string } | undefined> {
  const items = ruleList(manifest).map(({ id, summary }) => ({ label: id, detail: summary }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'A rule of Loopguard', matchOnDetail: true });
  return chosen && { ruleId: chosen.label };
}

function pageOnTheWeb({ extension }: ExtensionContext, ruleId: string): string {
  const { homepage } = extension.packageJSON as { readonly homepage: string };
  return `${homepage}/blob/main/rules/docs/${ruleId}.md`;
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
