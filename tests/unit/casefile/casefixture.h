#pragma once

#include "casedata.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dateline
{

/// An open case in a folder of its own, with short ways to fill it.
class CaseFixture
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(QStringLiteral("my case © 50% #1?.gpkg"));
        m_case = taken(createCase(m_path, QStringLiteral("Сентябрь 2022")));
    }
    void end()
    {
        m_case.reset();
        m_folder.reset();
    }
    struct StoredClaim
    {
        DocumentId document;
        QuoteId quote;
        IncidentId incident;
        ClaimId claim;
    };

    static std::unique_ptr<Case> taken(Result<std::unique_ptr<Case>> opened)
    {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    void reopen()
    {
        m_case.reset();
        m_case = taken(openCase(m_path));
    }
    Changed apply(std::vector<Edit> edits)
    {
        const Result<Changed> changed = m_case->apply({QStringLiteral("Test"), std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    Document stored(Document document)
    {
        document.id = apply({document}).documents.at(0);
        return document;
    }
    Incident stored(Incident incident)
    {
        incident.id = apply({incident}).incidents.at(0);
        return incident;
    }
    StoredClaim storedClaim()
    {
        const Document document = stored(sampleDocument());
        const Incident incident = stored(sampleIncident());
        Quote quote = quoteFrom(document.id, document.text, {0, 5}).value();
        quote.id = QuoteId{-1};
        const Changed changed = apply({quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
        return {document.id, changed.quotes.at(0), incident.id, changed.claims.at(0)};
    }
    static FigureSpec sampleFigure()
    {
        FigureSpec figure;
        figure.title = QStringLiteral("Figure");
        figure.subtitle = QStringLiteral("Subtitle");
        figure.credit = QStringLiteral("Somebody");
        figure.widthPx = 800;
        figure.heightPx = 640;
        figure.dpi = 300;
        figure.box = LonLatBox{44.1, 38.9, 47.25, 41.0};
        figure.projection = QStringLiteral("EPSG:3035");
        figure.graticule = true;
        figure.northArrow = true;
        figure.filter.kinds.reset(2);
        figure.filter.begin = minuteAt("2022-09-12T00:00Z");
        figure.filter.withoutTime = false;
        figure.colours = FigureColours::Dark;
        return figure;
    }
    static std::vector<LonLat> square(double west, double south, double side)
    {
        return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
    }
    QStringList filesLeft() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray sqlite(const QString &path, const char *sql)
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {path, QString::fromLatin1(sql)});
        if (!process.waitForFinished())
            qFatal("sqlite3 does not run");
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    // Everything the case holds, as SQL, seen by another process.
    QByteArray dump() const { return sqlite(m_path, ".dump"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Case> m_case;
};

} // namespace dateline
