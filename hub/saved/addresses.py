"""Where one comes back to what was saved: an address without a code, for a letter and a mail."""


def come_back_link(public_url: str) -> str:
    """Give the address of the page that asks for a code."""
    return f"{public_url}/come-back"
