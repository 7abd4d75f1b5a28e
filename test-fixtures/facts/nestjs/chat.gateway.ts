import { SubscribeMessage, WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';

@WebSocketGateway()
export class ChatGateway implements OnGatewayConnection {
  handleConnection(): void {}
//^^^^^^^^^^^^^^^^ fact/context: request

  @SubscribeMessage('say')
  say(): void {}
//^^^ fact/context: message
}
