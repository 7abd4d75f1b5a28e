import {
  Injectable,
  type CallHandler,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
  type NestMiddleware,
  type PipeTransform,
} from '@nestjs/common';
import { tap } from 'rxjs/operators';

@Injectable()
export class SignedIn implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
//^^^^^^^^^^^ fact/context: request
    return true;
  }
}

export class Timed implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
//^^^^^^^^^ fact/context: request
    return next.handle().pipe(tap(() => {}));
//                                ^ fact/context: request
  }
}

export class Trimmed implements PipeTransform {
  transform(value: string): string {
//^^^^^^^^^ fact/context: request
    return value.trim();
  }
}

export class Failed implements ExceptionFilter {
  catch(): void {}
//^^^^^ fact/context: request
}

export class Logged implements NestMiddleware {
  use(request, response, next): void {
//^^^ fact/context: request
    next();
  }
}
