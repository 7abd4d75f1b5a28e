import { createConnection, TextDocuments } from 'vscode-languageserver/node';

const connection = createConnection();
const documents = new TextDocuments({});

connection.onInitialize(() => ({ capabilities: {} }));
//                      ^ fact/context: startup
connection.onCompletion(() => []);
//                      ^ fact/context: request
documents.onDidChangeContent(() => {});
//                           ^ fact/context: event
