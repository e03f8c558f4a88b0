"""Who may do what: rights, classes, and the roles that have them.

Made by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.
"""

from __future__ import annotations

from tamga.schema.types import Right, WaitingClass


ROLES = ("enrolment", "border", "supervisor", "auditor", "load-test", "administrator")

RIGHTS = (
    Right("enrol", ("enrol", "add-encounter", "register", "refuse"),
          ("enrolment", "supervisor", "load-test", "administrator")),
    Right("update", ("update",),
          ("supervisor", "load-test", "administrator")),
    Right("look-up", ("identify", "look-up", "close"),
          ("enrolment", "border", "supervisor", "load-test", "administrator")),
    Right("verify", ("verify",),
          ("enrolment", "border", "supervisor", "load-test", "administrator")),
    Right("read", ("read",),
          ("supervisor", "auditor", "load-test", "administrator")),
    Right("link", ("link",),
          ("enrolment", "supervisor", "administrator")),
    Right("unlink", ("unlink",),
          ("supervisor", "administrator")),
    Right("merge", ("merge",),
          ("supervisor", "load-test", "administrator")),
    Right("delete", ("delete",),
          ("supervisor", "load-test", "administrator")),
    Right("record-removal", ("remove", "lift-ban"),
          ("border", "administrator")),
    Right("issue-certificate", ("certificate",),
          ("enrolment", "supervisor", "administrator")),
    Right("read-alerts", ("alerts",),
          ("border", "supervisor", "administrator")),
    Right("read-due", ("due",),
          ("enrolment", "supervisor", "administrator")),
    Right("read-audit", ("history",),
          ("auditor", "administrator")),
    Right("statistics", ("stats",),
          ("auditor", "load-test", "administrator")),
)

CLASSES = (
    WaitingClass(0, "border", ("border", "load-test", "administrator")),
    WaitingClass(1, "enrolment", ("enrolment", "supervisor", "auditor", "load-test", "administrator")),
    WaitingClass(2, "bulk", ("enrolment", "border", "supervisor", "auditor", "load-test", "administrator")),
)
