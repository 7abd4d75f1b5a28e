import { Controller, Get, Param } from '@nestjs/common';
import { CatsService } from './cats.service.js';

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get(':name')
  find(@Param('name') name: string): string {
    return this.cats.find(name);
  }

  @Get()
  async all(): Promise<string[]> {
    return this.cats.all();
  }

  unrouted(): void {
    this.cats.importAll();
  }
}
