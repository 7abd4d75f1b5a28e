import type { Request, Response } from 'express';
import type { AccountService } from '../services/account-service.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  register = async (req: Request, res: Response): Promise<void> => {
    const { email, password } = req.body as Credentials;
    const { id } = await this.accounts.register(email, password);
    res.status(201).json({ id, email });
  };

  login = (req: Request, res: Response): void => {
    const { email, password } = req.body as Credentials;
    res.json({ token: this.accounts.login(email, password) });
  };
}
