import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Place } from '../project/projects.js';
import type { Session } from '../session.js';
import { askedFindings } from './code-actions/asked-findings.js';
import { KINDS } from './code-actions/kinds.js';
import type { OfferedFixes } from './code-actions/offered-fixes.js';
import { type Offer, offersFor } from './code-actions/offers.js';
import { editOf, type Plan, problemOf } from './code-actions/plan.js';
import { pageCommand } from './rule-page.js';

/** What stands in `data` of an action whose edit is worked out later. */
interface ActionData {
  readonly plan: Plan;
  /** The file that is edited, and its document's version when the action was offered. */
  readonly uri: string;
  readonly version: number | null;
}

/** Quick fixes, fixes of a whole file, comments that silence, and the way to a rule's page. */
export class CodeActions {
  constructor(
    connection: Connection,
    private readonly session: Session,
    private readonly fixes: OfferedFixes,
  ) {
    connection.onCodeAction(params => this.#offer(params));
    connection.onCodeActionResolve(action => this.#resolve(action));
  }

  get capabilities(): ServerCapabilities {
    const resolveProvider = this.session.client.resolvesCodeActions;
    return { codeActionProvider: { codeActionKinds: Object.values(KINDS), resolveProvider } };
  }

  async #offer(params: CodeActionParams): Promise<CodeAction[]> {
    const place = await this.session.placeOf(params.textDocument.uri);
    if (place === undefined || !this.session.isInScope(place.project, place.file)) return [];
    const asked = askedFindings(this.session, place, params);
    return offersFor(this.fixes, place, asked, params.context).flatMap(offer => this.#action(place, offer) ?? []);
  }

  #action(
    { project }: Place,
    { title, kind, diagnostics, isPreferred, file, plan, page, disabled }: Offer,
  ): CodeAction | undefined {
    const { session } = this;
    const action: CodeAction = {
      title,
      kind,
      ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
      ...(isPreferred === true && { isPreferred }),
    };
    if (disabled !== undefined)
      return session.client.showsDisabledActions ? { ...action, disabled: { reason: disabled } } : undefined;
    if (page !== undefined) return { ...action, command: pageCommand(session.client, page) };
    if (plan === undefined || file === undefined) return undefined;
    if (session.client.resolvesCodeActions) {
      const version = session.documentOf(project, file)?.version ?? null;
      const data: ActionData = { plan, uri: session.uriOf(project, file), version };
      return { ...action, data };
    }
    const edit = editOf(session, this.fixes, { project, file }, plan);
    return edit && { ...action, edit };
  }

  async #resolve(action: CodeAction): Promise<CodeAction> {
    const data = action.data as ActionData | undefined;
    if (data === undefined) return action;
    const place = await this.session.placeOf(data.uri);
    const version = this.session.documents.get(data.uri)?.version ?? null;
    if (place === undefined || version !== data.version) throw stale();
    const edit = editOf(this.session, this.fixes, place, data.plan);
    if (edit === undefined) throw stale();
    const problem = problemOf(this.fixes, place, data.plan);
    if (problem !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
    return { ...action, edit };
  }
}

function stale(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the text is not what the fix was offered for any more');
}
