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
  readonly changeAnnotations: boolean;
  /** Edits with a place that the person is to fill in. */
  readonly snippetEdits: boolean;
  readonly resolvesCodeActions: boolean;
  readonly markdownHovers: boolean;
  readonly commands: ReadonlySet<ClientCommand>;
}

/** Reads them from the first message. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace = {}, textDocument = {}, window = {}, general = {} }: ClientCapabilities = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    encoding: chooseEncoding(general.positionEncodings),
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    readsRelatedDocuments: textDocument.diagnostic?.relatedDocumentSupport ?? false,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport ?? false,
    refreshesCodeLenses: workspace.codeLens?.refreshSupport ?? false,
    relatedInformation: textDocument.publishDiagnostics?.relatedInformation ?? textDocument.diagnostic !== undefined,
    answersConfiguration: workspace.configuration ?? false,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchers: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace.workspaceFolders ?? false,
    showsProgress: window.workDoneProgress ?? false,
    showsDocuments: window.showDocument?.support ?? false,
    documentChanges: workspace.workspaceEdit?.documentChanges ?? false,
    changeAnnotations: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: workspace.workspaceEdit?.snippetEditSupport ?? false,
    resolvesCodeActions:
      textDocument.codeAction?.dataSupport === true &&
      (textDocument.codeAction.resolveSupport?.properties.includes('edit') ?? false),
    markdownHovers: textDocument.hover?.contentFormat?.includes('markdown') ?? false,
    commands: new Set(options.commands ?? []),
  };
}
