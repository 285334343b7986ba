#pragma once

#include "exchangedata.h"

#include "casefile/case.h"
#include "exchange/exchange.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace dateline
{

/// An open case of four incidents of two sources in a folder of its own, and ways to export it.
///
/// 1: shelling at Goris to the minute, with words of both sources. 2: a line over the antimeridian. 3: an area drawn
/// clockwise, with a hole, that spreadsheets would run. 4: neither time nor place.
class ExchangeCase
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = takenCase(createCase(path(u"case.gpkg"_s), u"Border fighting"_s));
        m_first = stored(u"A statement"_s, u"A ministry"_s, u"Shells fell on Goris at night. A bridge \"stands\"."_s);
        m_second = stored(u"A report"_s, u"An agency"_s, u"Guns were heard near Goris, it was said.\nNothing burnt."_s);
        add(shelling(),
            {{m_first, u"Shells fell on Goris at night."_s, u"The ministry"_s, Stance::Reports},
             {m_second, u"Guns were heard near Goris, it was said."_s, {}, Stance::Confirms}});
        add(crossing(), {});
        add(area(), {{m_second, u"Nothing burnt."_s, u"=A clerk"_s, Stance::Denies}});
        Incident bare;
        bare.title = u"Somewhere, some time"_s;
        add(bare, {});
        apply({CaseInfo{u"Border fighting"_s, u"An analyst"_s, u"CC BY 4.0"_s, u"Cite the sources."_s}});
    }
    void end()
    {
        m_case.reset();
        m_folder.reset();
    }

    struct Words
    {
        DocumentId document{};
        QString words;
        QString speaker;
        Stance stance = Stance::Reports;
    };

    IncidentId add(Incident incident, const std::vector<Words> &words)
    {
        std::vector<Edit> edits;
        incident.id = IncidentId{-1};
        edits.emplace_back(incident);
        int newest = 0;
        for (const Words &quoted : words) {
            const QString text = m_case->document(quoted.document)->text;
            const qsizetype from = text.indexOf(quoted.words);
            Quote quote = quoteFrom(quoted.document, text, {from, from + quoted.words.size()}, quoted.speaker).value();
            quote.id = QuoteId{--newest};
            edits.emplace_back(quote);
            edits.emplace_back(Claim{{}, incident.id, quote.id, quoted.stance});
        }
        return apply(std::move(edits)).incidents.at(0);
    }
    DocumentId stored(const QString &title, const QString &publisher, const QString &text)
    {
        Document document;
        document.title = title;
        document.publisher = publisher;
        document.address = u"https://example.org/"_s + QString(title).replace(u' ', u'-');
        document.published = WrittenTime{minuteAt("2022-09-12T20:00Z"), TimePrecision::Day, u"Asia/Yerevan"_s};
        document.retrieved = minuteAt("2022-09-20T08:30Z");
        document.text = text;
        document.bytes = text.toUtf8();
        document.textSha256 = sha256Of(document.text);
        document.bytesSha256 = sha256Of(document.bytes);
        document.mediaType = u"text/plain"_s;
        return apply({document}).documents.at(0);
    }
    Changed apply(std::vector<Edit> edits)
    {
        const Result<Changed> changed = m_case->apply({u"Test"_s, std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    static std::unique_ptr<Case> takenCase(Result<std::unique_ptr<Case>> opened)
    {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    ExportReport exported(const QString &name, const ExportOptions &options = {})
    {
        const Result<ExportReport> report = exportIncidents(*m_case, path(name), options);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }
    ExportReport exportedAs(const char *key, const QString &name)
    {
        return exported(name, {.format = exportFormatNamed(QString::fromLatin1(key))});
    }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QJsonObject jsonOf(const QString &name) const
    {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(bytesOf(name), &error);
        if (error.error != QJsonParseError::NoError)
            qFatal("%s is no JSON: %s", qPrintable(name), qPrintable(error.errorString()));
        return json.object();
    }
    /// Everything in the folder beside the case, hidden files too.
    [[nodiscard]] QStringList filesMade() const
    {
        QStringList names =
            QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
        names.removeIf([](const QString &name) { return name.startsWith(u"case.gpkg"_s); });
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
    DocumentId m_first{};
    DocumentId m_second{};
};

} // namespace dateline
