import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { chooseEncoding, type PositionEncoding } from './convert/positions.js';
import type { ClientCommand, InitializationOptions } from './protocol.js';

/** What the client can do, as far as it makes a difference here. */
export interface ClientAbilities {
  readonly encoding: PositionEncoding;
  /** Asks for diagnostics itself; others are sent them. */
  readonly pullsDiagnostics: boolean;
  readonly readsRelatedDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly relatedInformation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly showsProgress: boolean;
  readonly showsDocuments: boolean;
  /** Edits of several files, with versions, notes and questions. */
  readonly documentChanges: boolean;
  /** Edits with a place that the person is to fill in. */
  readonly snippetEdits: boolean;
  readonly resolvesCodeActions: boolean;
  /** Actions that cannot be done, with the reason. */
  readonly showsDisabledActions: boolean;
  readonly markdownHovers: boolean;
  readonly commands: ReadonlySet<ClientCommand>;
  /** Others warn of notifications that they do not know. */
  readonly takesOwnNotifications: boolean;
}

/**
 * Clients that ask, but not often enough to stay right. Neovim, up to 0.12 at least: asked to ask again it does not
 * ask about open documents, and it never asks about one that it was told of before it was opened.
 */
const PULLS_TOO_LITTLE: ReadonlySet<string> = new Set(['Neovim']);

/** Names of clients that register watchers, and report only the files they write themselves. */
const WATCHES_TOO_LITTLE = new Set(['helix']);

/** Reads them from the first message. */
export function abilitiesOf({ capabilities, initializationOptions, clientInfo }: InitializeParams): ClientAbilities {
  const { workspace = {}, textDocument = {}, window = {}, general = {} }: ClientCapabilities = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    encoding: chooseEncoding(general.positionEncodings),
    // One that can be told of other files in no way, such as lsp-mode, would not see what a change means for them.
    pullsDiagnostics:
      (workspace.diagnostics?.refreshSupport === true || textDocument.diagnostic?.relatedDocumentSupport === true) &&
      textDocument.diagnostic !== undefined &&
      !PULLS_TOO_LITTLE.has(clientInfo?.name ?? ''),
    readsRelatedDocuments: textDocument.diagnostic?.relatedDocumentSupport ?? false,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport ?? false,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport ?? false,
    relatedInformation: textDocument.publishDiagnostics?.relatedInformation ?? textDocument.diagnostic !== undefined,
    answersConfiguration: workspace.configuration ?? false,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchers:
      workspace.didChangeWatchedFiles?.dynamicRegistration === true && !WATCHES_TOO_LITTLE.has(clientInfo?.name ?? ''),
    workspaceFolders: workspace.workspaceFolders ?? false,
    showsProgress: window.workDoneProgress ?? false,
    showsDocuments: window.showDocument?.support ?? false,
    documentChanges: workspace.workspaceEdit?.documentChanges ?? false,
    snippetEdits: workspace.workspaceEdit?.snippetEditSupport ?? false,
    resolvesCodeActions:
      textDocument.codeAction?.dataSupport === true &&
      (textDocument.codeAction.resolveSupport?.properties.includes('edit') ?? false),
    showsDisabledActions: textDocument.codeAction?.disabledSupport ?? false,
    markdownHovers: textDocument.hover?.contentFormat?.includes('markdown') ?? false,
    commands: new Set(options.commands ?? []),
    takesOwnNotifications: options.notifications === true,
  };
}
