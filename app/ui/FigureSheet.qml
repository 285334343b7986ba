import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Make a figure”: its settings beside a preview of the page. */
Sheet {
    id: root

    required property FigureMaker figure
    required property OnlineMaps online
    required property Files files

    heading: qsTr("Make a figure")
    width: Math.min(1760, (parent?.width ?? 1240) - 48)
    height: Math.min(1180, (parent?.height ?? 760) - 48)
    onClosed: root.figure.close()

    Connections {
        target: root.figure

        function onChanged(): void {
            if (root.figure.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: RowLayout {
        spacing: 24

        ColumnLayout {
            spacing: 12
            Layout.preferredWidth: 292
            Layout.maximumWidth: 292
            Layout.fillHeight: true

            NotePane {
                notes: root.figure.notes
                desk: root.figure.desk
                visible: root.figure.notes.current >= 0
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            Flickable {
                visible: root.figure.notes.current < 0
                clip: true
                contentHeight: settings.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: SlimScrollBar {}
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    id: settings

                    x: 3
                    width: parent.width - 15
                    spacing: 12

                    Words {
                        visible: root.figure.kept.length > 0
                        text: qsTr("Kept in this case")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    RowLayout {
                        visible: root.figure.kept.length > 0
                        spacing: 8
                        Layout.fillWidth: true

                        Choice {
                            model: [qsTr("A new figure")].concat(root.figure.kept)
                            currentIndex: root.figure.keptIndex + 1
                            Accessible.name: qsTr("Kept in this case")
                            onActivated: index => root.figure.openKept(index - 1)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                        PushButton {
                            visible: root.figure.canKeep && root.figure.keptIndex >= 0
                            text: qsTr("Remove")
                            onClicked: root.figure.removeKept()
                        }
                    }
                    Field {
                        name: qsTr("Title")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.settings.title
                        line.onEditingFinished: root.figure.settings.title = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Subtitle")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.settings.subtitle
                        line.onEditingFinished: root.figure.settings.subtitle = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Credit")
                        hint: qsTr("Who made it")
                        text: root.figure.settings.credit
                        line.onEditingFinished: root.figure.settings.credit = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Text for those who cannot see it")
                        hint: qsTr("Written from what is shown")
                        text: root.figure.settings.alternativeText
                        line.onEditingFinished: root.figure.settings.alternativeText = line.text
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Page")
                        choices: root.figure.settings.sizeNames
                        current: root.figure.settings.size
                        onChosen: index => root.figure.settings.size = index
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        visible: root.figure.settings.ownSize
                        spacing: 8
                        Layout.fillWidth: true

                        Field {
                            name: qsTr("Width, 1/96 inch")
                            text: root.figure.settings.pageWidth
                            line.validator: IntValidator {
                                bottom: 400
                                top: 10000
                            }
                            line.onEditingFinished: root.figure.settings.pageWidth = parseInt(line.text)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                        Field {
                            name: qsTr("Height")
                            text: root.figure.settings.pageHeight
                            line.validator: IntValidator {
                                bottom: 400
                                top: 10000
                            }
                            line.onEditingFinished: root.figure.settings.pageHeight = parseInt(line.text)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                    }
                    Field {
                        name: qsTr("Margin, 1/96 inch")
                        hint: qsTr("As usual")
                        text: root.figure.settings.margin >= 0 ? root.figure.settings.margin : ""
                        line.validator: RegularExpressionValidator {
                            regularExpression: /\d{0,3}/
                        }
                        line.onEditingFinished: root.figure.settings.margin = line.text.length > 0 ? parseInt(line.text) : -1
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Pages")
                        choices: root.figure.settings.pagesNames
                        current: root.figure.settings.pages
                        onChosen: index => root.figure.settings.pages = index
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Extent")
                        choices: [qsTr("Everything that is shown"), qsTr("What the map shows now")]
                        current: root.figure.settings.asSeen ? 1 : 0
                        onChosen: index => root.figure.settings.asSeen = index === 1
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Incidents")
                        choices: root.figure.settings.marksNames
                        current: root.figure.settings.marks
                        onChosen: index => root.figure.settings.marks = index
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Maps on the page")
                        choices: root.figure.settings.panelsNames
                        current: root.figure.settings.panels
                        onChosen: index => root.figure.settings.panels = index
                        Layout.fillWidth: true
                    }
                    Field {
                        visible: root.figure.settings.byInstants
                        name: qsTr("Instants, in UTC")
                        hint: qsTr("Such as 2022-09-13T12:00Z, 2022-09-14")
                        text: root.figure.settings.instants
                        line.onEditingFinished: root.figure.settings.instants = line.text
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Projection")
                        choices: root.figure.settings.projectionNames
                        current: root.figure.settings.commonProjection
                        otherwise: qsTr("Another one")
                        onChosen: index => root.figure.settings.commonProjection = index
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("PROJ string or EPSG code")
                        hint: qsTr("Any other, such as EPSG:3035")
                        text: root.figure.settings.projection
                        line.onEditingFinished: root.figure.settings.projection = line.text
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text.length > 0
                        text: root.figure.projectionProblem
                        font.weight: Font.DemiBold
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    Tick {
                        words: qsTr("Draw meridians and parallels")
                        checked: root.figure.settings.graticule
                        onToggled: root.figure.settings.graticule = checked
                        Layout.fillWidth: true
                    }
                    Tick {
                        words: qsTr("Draw a north arrow")
                        checked: root.figure.settings.northArrow
                        onToggled: root.figure.settings.northArrow = checked
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Sharpness of a PNG")
                        choices: [qsTr("Screen, 96 dpi"), qsTr("Fine screen, 192 dpi"), qsTr("Print, 300 dpi")]
                        current: root.figure.settings.dpi >= 300 ? 2 : root.figure.settings.dpi >= 192 ? 1 : 0
                        onChosen: index => root.figure.settings.dpi = [96, 192, 300][index]
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        name: qsTr("Colours")
                        choices: [qsTr("Light"), qsTr("Dark"), qsTr("Grey, for print")]
                        current: root.figure.settings.colours
                        onChosen: index => root.figure.settings.colours = index
                        Layout.fillWidth: true
                    }
                    NamedChoice {
                        visible: root.figure.hasSensitive
                        name: qsTr("Sensitive places")
                        choices: root.figure.settings.blurNames
                        current: root.figure.settings.blur
                        onChosen: index => root.figure.settings.blur = index
                        Layout.fillWidth: true
                    }
                    Tick {
                        visible: root.figure.hasGraphic
                        words: qsTr("Print graphic words too")
                        checked: root.figure.settings.graphicWords
                        onToggled: root.figure.settings.graphicWords = checked
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: root.figure.warnings.length > 0
                        text: qsTr("Before you publish")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Repeater {
                        model: root.figure.warnings

                        Words {
                            required property string modelData

                            text: modelData
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        visible: text.length > 0
                        text: root.figure.withheld
                        muted: true
                        font.pixelSize: 12
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            Words {
                objectName: "figureOffline"
                visible: root.online.credits.length > 0
                text: qsTr("Online maps are not part of figures: these are drawn on Dateline's own map, which anybody may print.")
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.figure.problem
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.figure.progress
                Layout.fillWidth: true
            }
            Words {
                visible: root.figure.printed.length > 0
                text: qsTr("Handed to the printer “%1”").arg(root.figure.printed)
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: root.figure.saved.length > 0
                text: qsTr("Saved: %1").arg(root.figure.saved)
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 8

                PushButton {
                    text: qsTr("Close")
                    onClicked: root.figure.close()
                }
                PushButton {
                    visible: root.figure.canKeep
                    text: qsTr("Keep")
                    onClicked: root.figure.keep()
                    Accessible.description: qsTr("Keeps the figure's settings in the case")
                }
                PushButton {
                    text: qsTr("Copy")
                    onClicked: root.figure.copy()
                    Accessible.description: qsTr("Puts the figure on the clipboard as an image")
                }
                PushButton {
                    text: root.figure.saving ? qsTr("Stop") : qsTr("Save as…")
                    primary: true
                    onClicked: root.figure.saving ? root.figure.stopSaving() : root.files.askFigure()
                }
            }
        }
        ColumnLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.fillHeight: true

            FigureDeskBar {
                figure: root.figure
                files: root.files
                Layout.fillWidth: true
            }
            FigureDeskPage {
                figure: root.figure
                Layout.fillWidth: true
                Layout.fillHeight: true

                BusyIndicator {
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: 8
                    implicitWidth: 28
                    implicitHeight: 28
                    running: root.figure.busy
                    palette.dark: root.palette.accent
                }
            }
        }
    }
}
