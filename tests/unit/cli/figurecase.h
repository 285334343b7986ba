#pragma once

#include "cli/command.h"
#include "figure/changes.h"
#include "figure/readsidecar.h"
#include "publish/figurecontent.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace dateline
{

using namespace Qt::StringLiterals;

inline const QString text =
    u"Shells fell on Goris at night. Sotk was hit at dawn. The bridge at Jermuk stands. Nothing burnt."_s;

inline Incident incidentAt(const QString &place, LonLat position, const char *begin)
{
    Incident incident;
    incident.title = u"Shelling of "_s + place;
    incident.kind = Kind::Explosions;
    const UtcMinute minute = *utcFromIso(QString::fromLatin1(begin));
    incident.when = When{{minute, minute + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC+04:00"_s, {}};
    incident.where =
        Where{place, u"Syunik"_s, u"AM"_s, pointGeometry(position), LocationPrecision::Near, 2000, u"at "_s + place};
    return incident;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// An open case with two incidents of one source in a folder of its own, and the command line to draw and check figures.
class FigureCase
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<std::unique_ptr<Case>> made = createCase(path(u"case.gpkg"_s), u"Border fighting"_s);
        QVERIFY(made);
        m_case = std::move(*made);
        Document document;
        document.title = u"A statement"_s;
        document.publisher = u"A ministry"_s;
        document.address = u"https://example.org/a"_s;
        document.text = text;
        document.bytes = text.toUtf8();
        document.textSha256 = sha256Of(document.text);
        document.bytesSha256 = sha256Of(document.bytes);
        document.mediaType = u"text/plain"_s;
        const Result<Changed> stored = m_case->apply({u"Take in"_s, {document}});
        QVERIFY(stored);
        m_document = stored->documents.at(0);
        std::vector<Edit> edits;
        const auto add = [&](int number, Incident incident, const QString &words) {
            incident.id = IncidentId{-number};
            const qsizetype begin = text.indexOf(words);
            Quote quote = quoteFrom(m_document, text, {begin, begin + words.size()}, u"The ministry"_s).value();
            quote.id = QuoteId{-number};
            edits.emplace_back(incident);
            edits.emplace_back(quote);
            edits.emplace_back(Claim{{}, incident.id, quote.id, Stance::Reports});
        };
        add(1, incidentAt(u"Goris"_s, {46.34, 39.51}, "2022-09-12T20:05Z"), u"Shells fell on Goris at night."_s);
        add(2, incidentAt(u"Sotk"_s, {45.86, 40.2}, "2022-09-13T01:00Z"), u"Sotk was hit at dawn."_s);
        apply(std::move(edits));
    }
    void end()
    {
        m_case.reset();
        m_folder.reset();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] static int figure(const QStringList &arguments)
    {
        return runCommand(QStringList{u"figure"_s} + arguments).value();
    }
    [[nodiscard]] int verify(const QString &file) const
    {
        return runCommand({u"verify"_s, file, path(u"case.gpkg"_s)}).value();
    }
    void apply(std::vector<Edit> edits)
    {
        const Result<Changed> changed = m_case->apply({u"Test"_s, std::move(edits)});
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    }
    [[nodiscard]] QStringList changes(const QString &file) const
    {
        const Result<Sidecar> sidecar = readSidecar(file);
        if (!sidecar)
            return {sidecar.error().message};

        const Result<FigureContent> now = figureContentOf(*m_case, {}, nullptr);
        return now ? changesSince(sidecar->object, *now) : QStringList{now.error().message};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
    DocumentId m_document{};
};

} // namespace dateline
