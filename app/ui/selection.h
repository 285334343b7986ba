#pragma once

#include "base/ids.h"
#include "domain/quote.h"

#include <QObject>
#include <QtQmlIntegration>

#include <optional>
#include <vector>

namespace dateline
{

/// What list, map, inspector and reader show together, with the way back and forward.
class Selection : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(qint64 incident READ incidentNumber NOTIFY changed)
    Q_PROPERTY(qint64 document READ documentNumber NOTIFY changed)
    Q_PROPERTY(qint64 quote READ quoteNumber NOTIFY changed)
    Q_PROPERTY(bool reading READ isReading NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)

public:
    /// One stop on the way.
    struct Stop
    {
        IncidentId incident{};
        DocumentId document{}; ///< Open in the reader; none if the reader is closed.
        QuoteId quote{}; ///< Highlighted in the reader.
        std::optional<TextSpan> span; ///< Highlighted instead of a quote, such as a search hit.

        friend bool operator==(const Stop &, const Stop &) = default;
    };

    explicit Selection(QObject *parent = nullptr);

    [[nodiscard]] const Stop &stop() const { return m_stops[m_at]; }
    [[nodiscard]] qint64 incidentNumber() const { return numberOf(stop().incident); }
    [[nodiscard]] qint64 documentNumber() const { return numberOf(stop().document); }
    [[nodiscard]] qint64 quoteNumber() const { return numberOf(stop().quote); }
    [[nodiscard]] bool isReading() const { return stop().document != DocumentId{}; }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_stops.size(); }

    /// Goes to @p stop; what was forward is forgotten.
    void go(const Stop &stop);

    /// Forgets everything, for another case.
    void reset();

    Q_INVOKABLE void selectIncident(qint64 incident);
    Q_INVOKABLE void openDocument(qint64 document);
    Q_INVOKABLE void openQuote(qint64 document, qint64 quote);
    Q_INVOKABLE void closeReader();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void back();
    Q_INVOKABLE void forward();

Q_SIGNALS:
    void changed();

private:
    std::vector<Stop> m_stops{Stop{}};
    std::size_t m_at = 0;
};

} // namespace dateline
