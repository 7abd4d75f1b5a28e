import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type Customer, ShopError } from '../model.js';
import type { AccountService } from '../services/account-service.js';

/** Lets only customers with an open session pass. */
export function customersOnly(accounts: AccountService): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const token = req.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const customer = accounts.customerOf(token);
    if (!customer) throw new ShopError(401, 'sign in first');
    res.locals['customer'] = customer;
    next();
  };
}

export function customerOf(res: Response): Customer {
  return res.locals['customer'] as Customer;
}

/** Lets only the owner pass. */
export function ownerOnly(adminKey: string): RequestHandler {
  return (req, _res, next) => {
    next(req.get('x-admin-key') === adminKey ? undefined : new ShopError(403, 'owner only'));
  };
}
