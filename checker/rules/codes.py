"""The codes an order is written in: OVHcloud's own for its status, this project's for the rest."""

from enum import StrEnum


class OrderStatus(StrEnum):
    """OVHcloud's own order statuses (its API's OrderStatusEnum, and `orderExpired` as its Manager writes)."""

    NOT_PAID = "notPaid"
    CHECKING = "checking"
    DOCUMENTS_REQUESTED = "documentsRequested"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    EXPIRED = "orderExpired"
    UNKNOWN = "unknown"


class PaymentStatus(StrEnum):
    """Whether the order is paid; `pending` is a bank transfer or cheque under way."""

    PAID = "paid"
    UNPAID = "unpaid"
    PENDING = "pending"


class CustomerType(StrEnum):
    """Who orders, by the purpose of the order (Directive 2011/83/EU art. 2(1), recital 17)."""

    CONSUMER = "consumer"
    MIXED_MAINLY_PRIVATE = "mixed_mainly_private"
    MIXED_MAINLY_BUSINESS = "mixed_mainly_business"
    PROFESSIONAL = "professional"
    MICRO_PROFESSIONAL = "micro_professional"
    COMPANY = "company"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public_body"


class Product(StrEnum):
    """What is ordered: OVHcloud's product families, and the kinds of thing that the law treats differently."""

    WEB_HOSTING = "web_hosting"
    VPS = "vps"
    DEDICATED_SERVER = "dedicated_server"
    PUBLIC_CLOUD = "public_cloud"
    PRIVATE_CLOUD = "private_cloud"
    EMAIL = "email"
    STORAGE = "storage"
    NETWORK = "network"
    TELEPHONY = "telephony"
    INTERNET_ACCESS = "internet_access"
    DOMAIN = "domain"
    DOMAIN_TRANSFER = "domain_transfer"
    SSL_CERTIFICATE = "ssl_certificate"
    LICENCE = "licence"
    DIGITAL_CONTENT = "digital_content"
    GOODS = "goods"
    CUSTOM_GOODS = "custom_goods"


class OrderKind(StrEnum):
    """A new order, or the renewal of a running service."""

    NEW = "new"
    RENEWAL = "renewal"


GOODS = frozenset({Product.GOODS, Product.CUSTOM_GOODS})
"""Products that are delivered as things: their period starts with delivery (Directive 2011/83/EU art. 9(2)(b))."""

CODES: dict[str, type[StrEnum]] = {
    "customer_type": CustomerType,
    "product": Product,
    "order_kind": OrderKind,
    "order_status": OrderStatus,
    "payment_status": PaymentStatus,
}
"""The codes of each field that holds one."""
