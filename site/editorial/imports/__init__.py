from editorial.imports.mapping import Mapping, Record, RowRefused

__all__ = ["Mapping", "Record", "RowRefused"]
