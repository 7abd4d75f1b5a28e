import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { Cron, Interval } from '@nestjs/schedule';
import { Process, Processor } from '@nestjs/bull';

@Injectable()
export class TeaService implements OnModuleInit, OnApplicationShutdown {
  onModuleInit(): void {
//^^^^^^^^^^^^ fact/context: startup
    this.load();
  }

  onApplicationShutdown(): void {}
//^^^^^^^^^^^^^^^^^^^^^ fact/context: exit

  load(): void {}
//^^^^ fact/context: startup

  all(): string[] {
//^^^ fact/context: request
    return [];
  }

  @Cron('0 * * * *')
  boil(): void {}
//^^^^ fact/context: timer

  @Interval(1000)
  stir(): void {}
//^^^^ fact/context: timer

  @OnEvent('order.created')
  ordered(): void {}
//^^^^^^^ fact/context: event
}

@Processor('teas')
export class TeaProcessor {
  @Process('steep')
  steep(): void {}
//^^^^^ fact/context: message
}
