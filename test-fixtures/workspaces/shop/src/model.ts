export interface Product {
  readonly id: string;
  readonly name: string;
  readonly priceCents: number;
  readonly stock: number;
  readonly weightGrams: number;
}

export interface OrderLine {
  readonly productId: string;
  readonly quantity: number;
}

export interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly country: string;
  readonly lines: readonly OrderLine[];
  readonly shippingCents: number;
  readonly totalCents: number;
  readonly placedAt: string;
}

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** An error that a customer may see, with the HTTP status to send. */
export class ShopError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
