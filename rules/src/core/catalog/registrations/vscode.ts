/** VS Code extensions and language servers. */
import { continues, event, exit, request, startup } from '../modes.js';
import type { Library } from '../schema.js';

const CODE = '{js,ts,mjs,cjs,mts,cts}';

export const vscode: readonly Library[] = [
  {
    name: 'vscode',
    source: 'https://code.visualstudio.com/api/references/vscode-api',
    types: [
      {
        type: 'vscode:Disposing',
        from: [
          'vscode.window.{createWebviewPanel,createTerminal,createTreeView,createQuickPick,createInputBox,createOutputChannel,createStatusBarItem}()',
          'vscode.workspace.createFileSystemWatcher()',
          'vscode.{WebviewPanel,WebviewView,FileSystemWatcher,TreeView,Terminal,QuickPick,InputBox}.new()',
          'vscode:Disposing.webview',
        ],
      },
    ],
    callbacks: [
      {
        api: 'vscode.commands.{registerCommand,registerTextEditorCommand}',
        params: [1],
        mode: event,
        event: { arg: 0 },
      },
      {
        api: 'vscode.workspace.{onDidChangeTextDocument,onDidOpenTextDocument,onDidCloseTextDocument,onDidSaveTextDocument,onWillSaveTextDocument,onDidChangeConfiguration,onDidChangeWorkspaceFolders,onDidCreateFiles,onDidDeleteFiles,onDidRenameFiles,onWillCreateFiles,onWillDeleteFiles,onWillRenameFiles,onDidOpenNotebookDocument,onDidCloseNotebookDocument,onDidChangeNotebookDocument,onDidSaveNotebookDocument,onDidGrantWorkspaceTrust}',
        params: [0],
        mode: event,
        event: 'workspace',
      },
      {
        api: 'vscode.window.{onDidChangeActiveTextEditor,onDidChangeVisibleTextEditors,onDidChangeTextEditorSelection,onDidChangeTextEditorVisibleRanges,onDidChangeTextEditorOptions,onDidChangeTextEditorViewColumn,onDidChangeWindowState,onDidOpenTerminal,onDidCloseTerminal,onDidChangeActiveTerminal,onDidChangeTerminalState,onDidChangeActiveColorTheme,onDidChangeActiveNotebookEditor,onDidChangeVisibleNotebookEditors,onDidStartTerminalShellExecution,onDidEndTerminalShellExecution}',
        params: [0],
        mode: event,
        event: 'window',
      },
      {
        api: 'vscode.{languages.onDidChangeDiagnostics,extensions.onDidChange,authentication.onDidChangeSessions,env.onDidChangeTelemetryEnabled,env.onDidChangeShell,env.onDidChangeLogLevel}',
        params: [0],
        mode: event,
        event: 'change',
      },
      {
        api: 'vscode.debug.{onDidStartDebugSession,onDidTerminateDebugSession,onDidChangeActiveDebugSession,onDidReceiveDebugSessionCustomEvent,onDidChangeBreakpoints}',
        params: [0],
        mode: event,
        event: 'debug',
      },
      {
        api: 'vscode.tasks.{onDidStartTask,onDidEndTask,onDidStartTaskProcess,onDidEndTaskProcess}',
        params: [0],
        mode: event,
        event: 'task',
      },
      {
        api: 'vscode:Disposing.{onDidDispose,onDidReceiveMessage,onDidChangeViewState,onDidChangeVisibility,onDidChangeSelection,onDidExpandElement,onDidCollapseElement,onDidChange,onDidCreate,onDidDelete,onDidAccept,onDidHide,onDidChangeValue,onDidChangeActive,onDidTriggerButton,onDidTriggerItemButton,onDidChangeCheckboxState}',
        params: [0],
        mode: event,
        event: 'view',
      },
      {
        api: 'vscode.EventEmitter.new().event',
        params: [0],
        mode: event,
        event: 'event',
      },
      {
        api: 'vscode.languages.{registerCompletionItemProvider,registerHoverProvider,registerDefinitionProvider,registerDeclarationProvider,registerImplementationProvider,registerTypeDefinitionProvider,registerReferenceProvider,registerRenameProvider,registerDocumentSymbolProvider,registerCodeActionsProvider,registerCodeLensProvider,registerDocumentFormattingEditProvider,registerDocumentRangeFormattingEditProvider,registerOnTypeFormattingEditProvider,registerSignatureHelpProvider,registerDocumentLinkProvider,registerColorProvider,registerFoldingRangeProvider,registerSelectionRangeProvider,registerCallHierarchyProvider,registerTypeHierarchyProvider,registerLinkedEditingRangeProvider,registerDocumentSemanticTokensProvider,registerDocumentRangeSemanticTokensProvider,registerInlayHintsProvider,registerInlineCompletionItemProvider,registerInlineValuesProvider,registerEvaluatableExpressionProvider,registerDocumentHighlightProvider,registerDocumentDropEditProvider,registerDocumentPasteEditProvider}',
        params: ['1.*'],
        mode: event,
        event: 'provider',
      },
      { api: 'vscode.languages.registerWorkspaceSymbolProvider', params: ['0.*'], mode: event, event: 'provider' },
      {
        api: 'vscode.window.{registerTreeDataProvider,registerWebviewViewProvider,registerWebviewPanelSerializer,registerCustomEditorProvider,registerTerminalProfileProvider}',
        params: ['1.*'],
        mode: event,
        event: 'provider',
      },
      {
        api: 'vscode.window.{registerUriHandler,registerTerminalLinkProvider,registerFileDecorationProvider}',
        params: ['0.*'],
        mode: event,
        event: 'provider',
      },
      { api: 'vscode.window.createTreeView', params: ['1.treeDataProvider.*'], mode: event, event: 'provider' },
      {
        api: 'vscode.workspace.{registerTextDocumentContentProvider,registerFileSystemProvider,registerTaskProvider,registerNotebookSerializer}',
        params: ['1.*'],
        mode: event,
        event: 'provider',
      },
      { api: 'vscode.tasks.registerTaskProvider', params: ['1.*'], mode: event, event: 'provider' },
      {
        api: 'vscode.debug.{registerDebugConfigurationProvider,registerDebugAdapterDescriptorFactory,registerDebugAdapterTrackerFactory}',
        params: ['1.*'],
        mode: event,
        event: 'provider',
      },
      { api: 'vscode.chat.createChatParticipant', params: [1], mode: event, event: { arg: 0 } },
      { api: 'vscode.lm.registerTool', params: ['1.*'], mode: event, event: { arg: 0 } },
      { api: 'vscode.tests.createTestController().createRunProfile', params: [2], mode: event, event: 'test run' },
      { api: 'vscode.window.{withProgress,withScmProgress}', params: [1], mode: continues },
      {
        api: 'vscode.window.{showInputBox,showQuickPick}',
        params: ['{0,1}.{validateInput,onDidSelectItem}'],
        mode: event,
        event: 'input',
      },
    ],
    fileRoutes: [
      { files: [`**/*.${CODE}`], exports: ['activate'], context: 'startup', needs: ['@types/vscode', 'vscode'] },
      { files: [`**/*.${CODE}`], exports: ['deactivate'], context: 'exit', needs: ['@types/vscode', 'vscode'] },
    ],
    hooks: [
      {
        base: 'vscode.TreeDataProvider',
        methods: ['getTreeItem', 'getChildren', 'getParent', 'resolveTreeItem'],
        context: 'event',
      },
      { base: 'vscode.HoverProvider', methods: ['provideHover'], context: 'event' },
      {
        base: 'vscode.CompletionItemProvider',
        methods: ['provideCompletionItems', 'resolveCompletionItem'],
        context: 'event',
      },
      { base: 'vscode.DefinitionProvider', methods: ['provideDefinition'], context: 'event' },
      { base: 'vscode.CodeLensProvider', methods: ['provideCodeLenses', 'resolveCodeLens'], context: 'event' },
      { base: 'vscode.CodeActionProvider', methods: ['provideCodeActions', 'resolveCodeAction'], context: 'event' },
      { base: 'vscode.WebviewViewProvider', methods: ['resolveWebviewView'], context: 'event' },
      { base: 'vscode.TextDocumentContentProvider', methods: ['provideTextDocumentContent'], context: 'event' },
      { base: 'vscode.UriHandler', methods: ['handleUri'], context: 'event' },
      { base: 'vscode.TaskProvider', methods: ['provideTasks', 'resolveTask'], context: 'event' },
      {
        base: 'vscode.DebugConfigurationProvider',
        methods: [
          'provideDebugConfigurations',
          'resolveDebugConfiguration',
          'resolveDebugConfigurationWithSubstitutedVariables',
        ],
        context: 'event',
      },
    ],
  },
  {
    name: 'vscode-languageserver',
    source: 'https://github.com/microsoft/vscode-languageserver-node#readme',
    aliases: ['vscode-languageserver/node', 'vscode-languageserver/browser', 'vscode-languageserver/node.js'],
    types: [
      { type: 'vscode-languageserver:Connection', from: ['vscode-languageserver.{createConnection,Connection.new}()'] },
      { type: 'vscode-languageserver:Documents', from: ['vscode-languageserver.TextDocuments.new()'] },
    ],
    callbacks: [
      {
        // Asked once, before anything else.
        api: 'vscode-languageserver:Connection.{onInitialize,onInitialized}',
        params: [0],
        mode: startup,
      },
      { api: 'vscode-languageserver:Connection.{onShutdown,onExit}', params: [0], mode: exit },
      {
        api: 'vscode-languageserver:Connection.{onCompletion,onCompletionResolve,onHover,onDefinition,onDeclaration,onTypeDefinition,onImplementation,onReferences,onDocumentSymbol,onWorkspaceSymbol,onCodeAction,onCodeActionResolve,onCodeLens,onCodeLensResolve,onDocumentFormatting,onDocumentRangeFormatting,onDocumentOnTypeFormatting,onRenameRequest,onPrepareRename,onDocumentLinks,onDocumentLinkResolve,onDocumentColor,onColorPresentation,onFoldingRanges,onSelectionRanges,onExecuteCommand,onSignatureHelp,onDocumentHighlight,onDidChangeConfiguration,onDidChangeWatchedFiles,onDidOpenTextDocument,onDidChangeTextDocument,onDidCloseTextDocument,onDidSaveTextDocument,onWillSaveTextDocument}',
        params: [0],
        mode: request,
      },
      {
        api: 'vscode-languageserver:Connection.{onRequest,onNotification}',
        params: 'last',
        mode: request,
        event: { arg: 0 },
      },
      {
        api: 'vscode-languageserver:Connection.languages.{semanticTokens,inlayHint,diagnostics,callHierarchy,typeHierarchy,moniker,inlineValue,inlineCompletion}.{on,onDelta,onRange,onPrepare,onIncomingCalls,onOutgoingCalls,resolve,onWorkspace}',
        params: [0],
        mode: request,
      },
      {
        api: 'vscode-languageserver:Documents.{onDidOpen,onDidChangeContent,onDidClose,onDidSave,onWillSave,onWillSaveWaitUntil}',
        params: [0],
        mode: event,
        event: 'document',
      },
    ],
  },
  {
    name: 'vscode-jsonrpc',
    source: 'https://www.npmjs.com/package/vscode-jsonrpc',
    aliases: ['vscode-jsonrpc/node', 'vscode-languageclient', 'vscode-languageclient/node'],
    types: [
      {
        type: 'vscode-jsonrpc:Connection',
        from: ['vscode-jsonrpc.createMessageConnection()', 'vscode-jsonrpc.{LanguageClient,MessageConnection}.new()'],
      },
    ],
    callbacks: [
      { api: 'vscode-jsonrpc:Connection.{onRequest,onNotification}', params: 'last', mode: request, event: { arg: 0 } },
    ],
  },
  {
    name: '@modelcontextprotocol/sdk',
    source: 'https://github.com/modelcontextprotocol/typescript-sdk#readme',
    types: [
      {
        type: '@modelcontextprotocol/sdk:Server',
        from: ['@modelcontextprotocol/sdk/server/{mcp.js.McpServer,mcp.McpServer,index.js.Server,index.Server}.new()'],
      },
    ],
    callbacks: [
      {
        api: '@modelcontextprotocol/sdk:Server.{tool,registerTool,resource,registerResource,prompt,registerPrompt}',
        params: 'last',
        mode: request,
        event: { arg: 0 },
      },
      {
        api: '@modelcontextprotocol/sdk:Server.{setRequestHandler,setNotificationHandler}',
        params: [1],
        mode: request,
      },
    ],
  },
];
