import { All, Controller, Get, Post, Sse } from '@nestjs/common';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { TeaService } from './tea.service';

@Controller('tea')
export class TeaController {
  constructor(private readonly teas: TeaService) {}

  @Get()
  list(): string[] {
//^^^^ fact/context: request
    return this.teas.all();
  }

  @Post(':id')
  async brew(): Promise<void> {}
//      ^^^^ fact/context: request

  @All('any')
  any(): void {}
//^^^ fact/context: request

  @Sse('steam')
  steam(): void {}
//^^^^^ fact/context: request

  @MessagePattern({ cmd: 'pour' })
  pour(): void {}
//^^^^ fact/context: message

  @EventPattern('poured')
  poured(): void {}
//^^^^^^ fact/context: message
}
