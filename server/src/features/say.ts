import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';

/** Shows a message that asks nothing: nobody waits for it to be closed. */
export function say(connection: Connection, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
