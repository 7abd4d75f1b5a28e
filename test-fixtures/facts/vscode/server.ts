import { createConnection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: {} }));
//                      ^ fact/context: startup
connection.onCompletion(() => []);
//                      ^ fact/context: request
documents.onDidChangeContent(() => {});
//                           ^ fact/context: event
