"""What sites show around their texts, by role: is a line a menu, a tool row, a comment form, a footer …?

The list is data/interface.toml; data/interface.bin holds the same, written out by tools/make_interface.py.
"""

from textnorm.pages.interface.match import ALONE, ROLES, ROW, SLOT, mask, role_bits, roles_of

__all__ = ["ALONE", "ROLES", "ROW", "SLOT", "mask", "role_bits", "roles_of"]
