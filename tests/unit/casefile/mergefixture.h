#pragma once

#include "casedata.h"
#include "casefile/verify.h"
#include "contentof.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace dateline
{

/// Copies of a case, each worked on by an analyst of its own name.
class MergeFixture
{
protected:
    /// Makes the case “base” with two incidents on one document.
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        make("base");
        Document document = sampleDocument();
        document.id = DocumentId{-1};
        Quote quote = quoteOf(document, "the ministry said");
        quote.id = QuoteId{-1};
        Incident one = sampleIncident();
        one.id = IncidentId{-1};
        Incident two = sampleIncident();
        two.id = IncidentId{-2};
        two.title = QStringLiteral("Talks");
        const Changed made =
            apply("base", {document, quote, one, two, Claim{{}, one.id, quote.id, Stance::Reports, {}}});
        m_document = made.documents.at(0);
        m_one = made.incidents.at(0);
        m_two = made.incidents.at(1);
        close("base");
    }
    void end()
    {
        m_open.clear();
        m_folder.reset();
    }

    [[nodiscard]] QString pathOf(const char *name) const
    {
        return m_folder->filePath(QLatin1StringView(name) + QStringLiteral(".gpkg"));
    }
    void make(const char *name)
    {
        auto made = createCase(pathOf(name), QLatin1StringView(name));
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
        m_open[name] = std::move(*made);
    }
    /// Copies the closed file of case @p from.
    void copy(const char *from, std::initializer_list<const char *> names)
    {
        close(from);
        for (const char *name : names)
            QVERIFY(QFile::copy(pathOf(from), pathOf(name)));
    }
    void close(const char *name) { m_open.erase(name); }
    Case &open(const char *name)
    {
        std::unique_ptr<Case> &file = m_open[name];
        if (!file) {
            auto opened = openCase(pathOf(name));
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            file = std::move(*opened);
        }
        return *file;
    }

    /// Applies @p edits to the case, as the analyst whose name it has.
    Changed apply(const char *name, std::vector<Edit> edits)
    {
        qputenv("USER", name);
        const Result<Changed> changed = open(name).apply({QStringLiteral("Edit"), std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    Incident incident(const char *name, IncidentId id) { return open(name).incident(id).value(); }
    void retitle(const char *name, IncidentId id, const char *title)
    {
        Incident changed = incident(name, id);
        changed.title = QString::fromUtf8(title);
        apply(name, {changed});
    }
    void annotate(const char *name, IncidentId id, const char *notes)
    {
        Incident changed = incident(name, id);
        changed.notes = QString::fromUtf8(notes);
        apply(name, {changed});
    }

    /// Merges @p from into @p into; whoever has the case decides.
    MergePlan merge(const char *into, const char *from, MergeChoice otherwise = MergeChoice::Undecided)
    {
        qputenv("USER", into);
        const Result<Merged> merged = open(into).merge(pathOf(from), {{}, otherwise});
        if (!merged)
            qFatal("%s", qPrintable(merged.error().message));
        return merged->plan;
    }
    QStringList content(const char *name) { return contentOf(open(name)); }

    /// What “dateline verify” finds wrong with the case.
    QStringList findings(const char *name)
    {
        close(name);
        const Result<Verification> verified = verifyCase(pathOf(name));
        if (!verified)
            return {verified.error().message};
        QStringList words;
        for (const Finding &finding : verified->findings)
            words.append(finding.words);
        return words;
    }

    static Quote quoteOf(const Document &document, const char *words)
    {
        const QString exact = QString::fromUtf8(words);
        const qsizetype begin = document.text.indexOf(exact);
        Quote quote = quoteFrom(document.id, document.text, {begin, begin + exact.size()}).value();
        quote.speaker = QStringLiteral("Ministry");
        return quote;
    }
    static Document documentOf(const char *text)
    {
        Document document;
        document.id = DocumentId{-1};
        document.text = QString::fromUtf8(text);
        document.bytes = document.text.toUtf8();
        document.retrieved = minuteAt("2022-09-14T08:15Z");
        document.fileName = QStringLiteral("report.txt");
        return document;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<std::string, std::unique_ptr<Case>> m_open;
    DocumentId m_document{};
    IncidentId m_one{};
    IncidentId m_two{};
};

} // namespace dateline
