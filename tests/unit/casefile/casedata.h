#pragma once

#include "casefile/case.h"

#include <QString>

namespace dateline
{

inline UtcMinute minuteAt(const char *iso)
{
    return utcFromIso(QString::fromLatin1(iso)).value();
}

/// A pasted text with letters of four scripts and of two UTF-16 units.
inline Document sampleDocument()
{
    Document document;
    document.title = QStringLiteral("Ceasefire said to hold — “for now”");
    document.publisher = QStringLiteral("Новости / Լուրեր");
    document.author = QStringLiteral("A. Writer");
    document.address = QStringLiteral("https://example.org/a?b=c#d");
    document.published = WrittenTime{minuteAt("2022-09-13T00:00Z"), TimePrecision::Day, QStringLiteral("Asia/Yerevan")};
    document.modified = WrittenTime{minuteAt("2022-09-13T05:40Z"), TimePrecision::Minute, QStringLiteral("UTC+04:00")};
    document.retrieved = minuteAt("2022-09-14T08:15Z");
    document.language = QStringLiteral("en-GB");
    document.text =
        QString::fromUtf8("First line.\nԳորիս 𝔊𝔬𝔯𝔦𝔰 was shelled at 00:05, the ministry said. Сотк, Ջերմուկ and "
                          "Jermuk too.\nA café stood there 😀. The end.\n");
    document.bytes = document.text.toUtf8();
    document.textSha256 = sha256Of(document.text);
    document.bytesSha256 = sha256Of(document.bytes);
    document.mediaType = QStringLiteral("text/plain");
    document.fileName = QStringLiteral("report 1.txt");
    document.grade = 'B';
    document.graphic = true;
    return document;
}

inline Incident sampleIncident()
{
    Incident incident;
    incident.title = QStringLiteral("Shelling towards Գորիս 😀");
    incident.kind = Kind::Explosions;
    incident.subKind = SubKind::ShellingArtilleryMissile;
    incident.when = When{{minuteAt("2022-09-12T20:05Z"), minuteAt("2022-09-12T20:06Z"), TimePrecision::Minute},
                         QStringLiteral("UTC+04:00"),
                         QStringLiteral("At 00:05 am")};
    incident.where = Where{QStringLiteral("Goris"),
                           QStringLiteral("Syunik"),
                           QStringLiteral("AM"),
                           pointGeometry({46.341666666666667, 39.511111111111113}),
                           LocationPrecision::Near,
                           15000.25,
                           QStringLiteral("in the direction of Goris")};
    incident.actors = {QStringLiteral("Armed forces of A"), QStringLiteral("“B”, with, commas"), QString()};
    incident.losses = {{Loss::Kind::Killed, 49, 49, QStringLiteral("service personnel"), QStringLiteral("N. P.")},
                       {Loss::Kind::Destroyed, 0, 9007199254740993, QString(), QString(), 9007199254740991}};
    incident.status = Status::Disputed;
    incident.credibility = 3;
    incident.tags = {QStringLiteral("artillery"), QStringLiteral("2022")};
    incident.notes = QStringLiteral("Line one\nline “two”");
    incident.graphic = true;
    incident.sensitive = true;
    incident.dataSetId = QStringLiteral("AZE1234");
    incident.attributes = QStringLiteral("{\"region\":\"Caucasus\"}");
    return incident;
}

inline Bookmark sampleBookmark()
{
    Bookmark bookmark;
    bookmark.name = QStringLiteral("Sotk, 13 September, shelling only");
    bookmark.centre = {45.8625, 40.2031};
    bookmark.zoom = 9.25;
    bookmark.view = QStringLiteral("density");
    bookmark.filter.kinds.reset(2);
    bookmark.filter.begin = minuteAt("2022-09-13T00:00Z");
    bookmark.filter.area = FilterArea{{}, 0, {{45.7, 40.1}, {46.1, 40.1}, {45.9, 40.4}}};
    return bookmark;
}

} // namespace dateline
