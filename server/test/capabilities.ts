import type { ClientCapabilities } from 'vscode-languageserver';

/** What Visual Studio Code can do, as far as it matters here. */
export const CAPABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** A client that watches files, tells of folders, and is asked for its settings. */
export const WATCHES: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

/** A client with what is asked of each alone: it pulls, and knows nothing else. */
export const MODEST: ClientCapabilities = { textDocument: { diagnostic: { relatedDocumentSupport: true } } };
