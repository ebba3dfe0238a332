"""The nouns by which laws name those whom they bind or empower, by party."""

from __future__ import annotations

from enum import StrEnum


class Addressee(StrEnum):
    """Who is bound or empowered."""

    ASSOCIATION = "association"
    """An association, foundation, union, party or religious group, and its members and officers."""
    INDIVIDUAL = "individual"
    """Any person, participant, organiser, citizen, whoever."""
    MEDIA = "media"
    """A publisher, journalist, broadcaster, platform or provider."""
    AUTHORITY = "authority"
    """A minister, registrar, commission, council, police or another body or officer of the state."""
    COURT = "court"
    OTHER = "other"
    """A company, bank or trader."""


_ASSOCIATION = """
    association associations; society societies; organisation organisations organization organizations; foundation foundations;
    ngo ngos; union
    unions; trade union; trade unions; charity charities; club clubs; congregation congregations; religious group; religious groups;
    religious community; religious communities; political party; political parties; federation federations; civil society organisation;
    civil society organization; civil society organisations; civil society organizations; public benefit organisation; npo npos; nonprofit;
    non-profit organisation; non-profit organization; non-governmental organisation; non-governmental organization; initiative initiatives;
    general assembly; general meeting; board of directors; board of trustees; executive committee; management committee; governing body;
    founder founders; trustee trustees; office bearer; office bearers; office-bearer; office-bearers; member members; treasurer;
    founding members;
    branch branches; movement movements; applicant applicants; recipient recipients; beneficiary organisation; group groups; body bodies
"""
_INDIVIDUAL = """
    person persons; whoever; anyone; everyone; nobody; whosoever; individual individuals; citizen citizens; participant participants;
    organiser
    organisers; organizer organizers; convener conveners; convenor convenors; demonstrator demonstrators; speaker speakers;
    donor donors; occupier;
    owner owners; foreigner foreigners; alien aliens; national nationals; resident residents; student students; suspect suspects; those who;
    promoter promoters; steward stewards; user users; subscriber subscribers; volunteer volunteers; leader leaders; collector of donations
"""
_MEDIA = """
    publisher publishers; journalist journalists; broadcaster broadcasters; editor editors; editor-in-chief; printer printers;
    newspaper newspapers;
    platform platforms; provider providers; service provider; service providers; internet service provider; operator operators; intermediary
    intermediaries; licensee licensees; media outlet; media outlets; news agency; news agencies; blogger bloggers; periodical periodicals;
    internet intermediary; social media company; website owner; host hosts; hosting provider; carrier carriers; mass medium; mass media
"""
_AUTHORITY = """
    minister ministers; ministry ministries; registrar registrars; commissioner commissioners; commission commissions;
    director director-general;
    directorate; authority authorities; board boards; council councils; agency agencies; bureau bureaux; secretary; governor governors;
    president;
    cabinet; inspector inspectors; superintendent; government; department departments; administration; administrator; controller;
    collector; mayor
    mayors; prefect prefects; police; police officer; police officers; officer officers; official officials; committee; prosecutor;
    public prosecutor;
    attorney-general; attorney general; chief of police; competent authority; competent authorities; registering body;
    registration authority;
    authorised body; authorized body; executive body; local executive body; regulator; secretariat; service; security service; intelligence
    service; inspectorate; municipality; governorate; commandant; king; emir; sultan; district magistrate; executive magistrate; state;
    supervisory
    authority; authorised officer; authorized officer; deputy commissioner; state body; state bodies; internal affairs body
"""
_COURT = """
    court courts; judge judges; tribunal tribunals; magistrate magistrates; high court; supreme court; justice; bench; constitutional court
"""
_OTHER = """
    company companies; bank banks; trader traders; employer employers; importer importers; financial institution;
    financial institutions; contractor
    contractors; shipowner; insurer insurers; vessel vessels; master
"""


def _terms(table: str) -> tuple[str, ...]:
    """The terms of a table; a row of several words is one term where it has no other forms, else each word is one."""
    rows = (" ".join(row.split()) for row in table.split(";"))
    return tuple(term for row in rows if row for term in _forms(row))


def _forms(row: str) -> tuple[str, ...]:
    words = row.split()
    stem = words[0][:3]
    return tuple(words) if all(word.startswith(stem) for word in words) else (row,)


TERMS: dict[Addressee, tuple[str, ...]] = {
    Addressee.ASSOCIATION: _terms(_ASSOCIATION),
    Addressee.INDIVIDUAL: _terms(_INDIVIDUAL),
    Addressee.MEDIA: _terms(_MEDIA),
    Addressee.AUTHORITY: _terms(_AUTHORITY),
    Addressee.COURT: _terms(_COURT),
    Addressee.OTHER: _terms(_OTHER),
}
"""The terms that name each, in lower case."""
