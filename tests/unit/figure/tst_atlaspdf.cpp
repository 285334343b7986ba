#include "figure/atlas.h"
#include "figure/pdfpage.h"
#include "reported.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

using namespace dateline;

/// The pages of an atlas in one PDF, as other programs read them.
class TestAtlasPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(u"atlas.pdf"_s);
        FigureSpec spec = smallPage();
        spec.title = u"Fighting"_s;
        spec.credit = u"A desk"_s;
        const auto goOn = [](std::size_t, std::size_t) { return true; };
        const Result<QStringList> files =
            writeAtlas(m_path, spec, reported(), AtlasPlan{.by = GroupBy::Incident}, goOn);
        QVERIFY2(files, files ? "" : qPrintable(files.error().message));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_bytes = file.readAll();
        QFile beside(m_path + u".json"_s);
        QVERIFY(beside.open(QIODevice::ReadOnly));
        m_sidecar = QJsonDocument::fromJson(beside.readAll()).object();
        m_pdf.processMemoryFile("atlas", m_bytes.constData(), static_cast<size_t>(m_bytes.size()));
        m_pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
        QCOMPARE(m_pages.size(), 4);
    }

    void isWholeAndTagged()
    {
        const QByteArray info = outputOf(u"pdfinfo"_s, {m_path});
        QVERIFY2(info.contains("Tagged:          yes") && info.contains("Pages:           4"), info);
        QVERIFY2(info.contains("Title:           Fighting\n") && info.contains("Author:          A desk\n"), info);
        const QByteArray structure = outputOf(u"pdfinfo"_s, {u"-struct"_s, m_path});
        QCOMPARE(structure.count("Figure"), 4);
    }

    void tellsEachPageToThoseWhoDoNotSeeIt()
    {
        QPDFObjectHandle sections = m_pdf.getRoot().getKey("/StructTreeRoot").getKey("/K").getKey("/K");
        QCOMPARE(sections.getArrayNItems(), 4);
        std::set<long long> numbers;
        for (int i = 0; i < 4; ++i) {
            QPDFObjectHandle section = sections.getArrayItem(i);
            QPDFObjectHandle figure = section.getKey("/K").getArrayItem(0);
            const QJsonValue told = m_sidecar[u"pages"][i];
            QCOMPARE(textOf(section.getKey("/T")), told[u"title"].toString());
            QCOMPARE(textOf(figure.getKey("/Alt")), told[u"alternativeText"].toString());
            QPDFObjectHandle page = m_pages.at(static_cast<std::size_t>(i)).getObjectHandle();
            QCOMPARE(figure.getKey("/Pg").getObjGen(), page.getObjGen());
            const long long number = page.getKey("/StructParents").getIntValue();
            QVERIFY(numbers.insert(number).second);
            QPDFObjectHandle parents = m_pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
            QPDFObjectHandle own = parents.getArrayItem(static_cast<int>(2 * number + 1));
            QCOMPARE(own.getArrayItem(0).getObjGen(), figure.getObjGen());
        }
    }

    void leadsToItsPagesByTheirTitles()
    {
        QPDFObjectHandle outlines = m_pdf.getRoot().getKey("/Outlines");
        QCOMPARE(outlines.getKey("/Count").getIntValue(), 4);
        QPDFObjectHandle item = outlines.getKey("/First");
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(textOf(item.getKey("/Title")), m_sidecar[u"pages"][i][u"title"].toString());
            QCOMPARE(item.getKey("/Dest").getArrayItem(0).getObjGen(),
                     m_pages.at(static_cast<std::size_t>(i)).getObjectHandle().getObjGen());
            item = item.getKey("/Next");
        }
        QVERIFY(item.isNull());
    }

    void linksEachPageToItsOwnSources()
    {
        const QByteArray links = outputOf(u"pdfinfo"_s, {u"-url"_s, m_path});
        QVERIFY2(links.contains("https://example.org/a?b=1&c=%E2%80%9Cd%E2%80%9D"), links);
        QVERIFY2(links.contains("http://example.org/d"), links);
        QVERIFY(!links.contains("javascript") && !links.contains("verishen"));
        for (QPDFPageObjectHelper &page : m_pages) {
            for (QPDFAnnotationObjectHelper link : page.getAnnotations("/Link")) {
                QPDFObjectHandle target = link.getObjectHandle().getKey("/A").getKey("/D");
                if (target.isArray())
                    QCOMPARE(target.getArrayItem(0).getObjGen(), page.getObjectHandle().getObjGen());
            }
        }
    }

    void tellsWhereEachMapLies()
    {
        for (int i = 1; i <= 4; ++i) {
            // GDAL opens a page of several by its number.
            const QByteArray info = outputOf(u"gdalinfo"_s, {u"-json"_s, u"PDF:%1:%2"_s.arg(i).arg(m_path)});
            const QJsonObject object = QJsonDocument::fromJson(info).object();
            QVERIFY2(object[u"geoTransform"].toArray().size() == 6, info);
            QVERIFY2(object[u"coordinateSystem"][u"wkt"].toString().contains(u"PROJCRS"), info);
        }
    }

    void holdsItsOwnSidecar()
    {
        const std::optional<QByteArray> own = sidecarInPdf(m_bytes);
        QVERIFY(own);
        const QJsonObject inside = QJsonDocument::fromJson(*own).object();
        QCOMPARE(inside[u"picture"][u"pagesSha256"].toVariant().toStringList(), pagesSha256(m_bytes));
        QCOMPARE(inside[u"pages"], m_sidecar[u"pages"]);
        QCOMPARE(pagesSha256(m_bytes).size(), 4);
    }

private:
    static QString textOf(QPDFObjectHandle string) { return QString::fromStdString(string.getUTF8Value()); }

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_bytes;
    QJsonObject m_sidecar;
    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
};

QTEST_MAIN(TestAtlasPdf)
#include "tst_atlaspdf.moc"
