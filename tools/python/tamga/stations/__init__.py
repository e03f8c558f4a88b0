"""Whole tasks, for the three kinds of user: an enrolment station, a border post, a tool that loads a server."""

from __future__ import annotations

from tamga.stations.border import BorderPost
from tamga.stations.enrolment import EnrolmentStation, OutcomeUnknown
from tamga.stations.journal import Journal
from tamga.stations.line import Line
from tamga.stations.load import LoadTool, Outcome

__all__ = ["BorderPost", "EnrolmentStation", "Journal", "Line", "LoadTool", "Outcome", "OutcomeUnknown"]
