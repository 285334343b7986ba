#include "casefixture.h"

#include <QXmlStreamReader>

using namespace dateline;

/// What a case file says of its own contents to other programs.
class TestContents : public QObject, CaseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void titleAuthorLicenceAndNotesAreTheFilesMetadata()
    {
        apply({CaseInfo{QStringLiteral("Тitle <&>"), QStringLiteral("A. Author"), QStringLiteral("CC BY 4.0"),
                        QStringLiteral("Notes\non \x01 two lines")}});
        QCOMPARE(metadata(u"title"), QStringList(QStringLiteral("Тitle <&>")));
        QCOMPARE(metadata(u"creator"), QStringList(QStringLiteral("A. Author")));
        QCOMPARE(metadata(u"rights"), QStringList(QStringLiteral("CC BY 4.0")));
        QCOMPARE(metadata(u"description"), QStringList(QStringLiteral("Notes\non  two lines")));
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(metadata(u"title"), QStringList(QStringLiteral("Сентябрь 2022")));
        QCOMPARE(metadata(u"creator"), QStringList());
    }

    void everyPublisherIsASourceOnce()
    {
        for (const char *publisher : {"Zeitung", "", "Agency", "Zeitung", "Новости"}) {
            Document document = sampleDocument();
            document.publisher = QString::fromUtf8(publisher);
            stored(document);
        }
        QCOMPARE(metadata(u"source"),
                 QStringList({QStringLiteral("Agency"), QStringLiteral("Zeitung"), QStringLiteral("Новости")}));
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(metadata(u"source"), QStringList({QStringLiteral("Agency"), QStringLiteral("Zeitung")}));
    }

    void theExtentGrowsAndShrinksWithTheIncidents()
    {
        QCOMPARE(extent(), QByteArray("\n"));
        Incident incident = sampleIncident();
        incident.where->geometry = pointGeometry({45.5, 39.25});
        stored(incident);
        QCOMPARE(extent(), QByteArray("45.5,39.25,45.5,39.25\n"));
        incident.where->geometry = {Geometry::Type::Polygon, {square(-10, -20, 5)}};
        stored(incident);
        QCOMPARE(extent(), QByteArray("-10.0,-20.0,45.5,39.25\n"));
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(extent(), QByteArray("45.5,39.25,45.5,39.25\n"));
        QVERIFY(m_case->undo().has_value());
        QCOMPARE(extent(), QByteArray("\n"));
    }

    void theExtentHoldsAllOfManyIncidents()
    {
        std::vector<Edit> edits;
        for (int i = 0; i < 1000; ++i) {
            Incident incident = sampleIncident();
            incident.where->geometry = pointGeometry({-100 + i * 0.25, -50 + i * 0.125});
            edits.emplace_back(incident);
        }
        apply(edits);
        QCOMPARE(extent(), QByteArray("-100.0,-50.0,149.75,74.875\n"));
    }

    void onlyTheTablesThatChangedAreMarkedAsChanged()
    {
        const auto mark = [this](const char *time) {
            m_case.reset();
            QCOMPARE(sqlite(m_path, (QByteArray("UPDATE gpkg_contents SET last_change = '") + time + "'").constData()),
                     QByteArray());
            m_case = taken(openCase(m_path));
        };
        mark("2000-01-01T00:00:00.000Z");
        stored(sampleIncident());
        QCOMPARE(sqlite(m_path,
                        "SELECT group_concat(table_name) FROM (SELECT table_name FROM gpkg_contents "
                        "WHERE last_change > '2001-' ORDER BY 1)"),
                 QByteArray("history,incident\n"));
    }

    void theLayerHasTheCasesName()
    {
        const auto identifier = [this] {
            return sqlite(m_path, "SELECT identifier FROM gpkg_contents WHERE table_name = 'incident'").trimmed();
        };
        QCOMPARE(identifier(), QByteArray("Сентябрь 2022"));
        apply({CaseInfo{QStringLiteral("quote"), {}, {}, {}}}); // Which is another table's.
        QCOMPARE(identifier(), QByteArray("incident"));
    }

private:
    [[nodiscard]] QStringList metadata(QStringView name) const
    {
        QXmlStreamReader xml(sqlite(m_path, "SELECT metadata FROM gpkg_metadata"));
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name
                && xml.namespaceUri() == u"http://purl.org/dc/elements/1.1/")
                texts.append(xml.readElementText());
        }
        if (xml.hasError())
            qFatal("%s", qPrintable(xml.errorString()));
        return texts;
    }
    [[nodiscard]] QByteArray extent() const
    {
        return sqlite(m_path,
                      "SELECT ifnull(concat_ws(',', min_x, min_y, max_x, max_y), '') FROM gpkg_contents "
                      "WHERE table_name = 'incident'");
    }
};

QTEST_GUILESS_MAIN(TestContents)
#include "tst_contents.moc"
