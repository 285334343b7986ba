#pragma once

#include "casedata.h"

#include <QTest>

namespace dateline
{

inline std::vector<LonLat> ringFrom(double west, double south, double side)
{
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

/// Makes a case at @p path with a point, an area, a line and an incident without a place, and a claim on the point.
inline void makeFilledCase(const QString &path)
{
    const std::unique_ptr<Case> made = createCase(path, QStringLiteral("A case")).value();
    Document document = sampleDocument();
    document.id = DocumentId{-1};
    Quote quote = quoteFrom(document.id, document.text, {0, 11}, QStringLiteral("somebody")).value();
    quote.id = QuoteId{-1};
    Incident point = sampleIncident();
    point.id = IncidentId{-1};
    Incident area = sampleIncident();
    area.title = QStringLiteral("Area");
    // An island in a lake on an island, and an island apart: two outer rings inside each other's reach, one hole.
    area.where->geometry = {Geometry::Type::Polygon,
                            {ringFrom(0, 0, 10), ringFrom(2, 2, 6), ringFrom(4, 4, 2), ringFrom(20, 20, 1)}};
    area.where->precision = LocationPrecision::Province;
    Incident line = sampleIncident();
    line.title = QStringLiteral("Line");
    line.where->geometry = {Geometry::Type::Line, {{{45, 40}, {46, 41}}}};
    Incident nowhere = sampleIncident();
    nowhere.title = QStringLiteral("Nowhere");
    nowhere.where.reset();
    nowhere.when.reset();
    const Result<Changed> changed =
        made->apply({QStringLiteral("Fill"),
                     {document, quote, point, Claim{{}, point.id, quote.id, Stance::Reports}, area, line, nowhere}});
    QVERIFY2(changed.has_value(), qPrintable(changed ? QString() : changed.error().message));
}

} // namespace dateline
