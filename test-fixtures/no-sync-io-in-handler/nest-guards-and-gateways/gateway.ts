import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { appendFileSync } from 'node:fs';

@WebSocketGateway()
export class ChatGateway {
  @SubscribeMessage('say')
  say(text: string): void {
    appendFileSync('chat.log', text);
//  ^^^^^^^^^^^^^^ no-sync-io-in-handler
  }

  rotate(): void {
    appendFileSync('chat.old.log', '');
  }
}
