<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>labelwright</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>There are no weights of %1 on this machine: get them at the backbone in Modeling, or choose another backbone.</source>
        <translation>Auf diesem Rechner gibt es keine Gewichte von %1: Hole sie unter Modellierung beim Backbone, oder wähle einen anderen Backbone.</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet: run it to the end of its first epoch, or choose another experiment.</source>
        <translation>%1 hat noch keinen Checkpoint: Lass es bis zum Ende der ersten Epoche laufen, oder wähle ein anderes Experiment.</translation>
    </message>
    <message>
        <source>There is already a dataset %1: choose another name, or import into that one.</source>
        <translation>Es gibt schon einen Datensatz %1: Wähle einen anderen Namen, oder importiere in diesen.</translation>
    </message>
    <message>
        <source>All images belong to a subset already; make a new split that distributes them anew.</source>
        <translation>Alle Bilder gehören schon zu einer Teilmenge; mache eine neue Aufteilung, die sie neu verteilt.</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>Antwort:</translation>
    </message>
    <message>
        <source># Without the service, while it is enabled:</source>
        <translation># Ohne den Dienst, solange sie eingeschaltet ist:</translation>
    </message>
    <message>
        <source>curl, rows</source>
        <translation>curl, Zeilen</translation>
    </message>
    <message>
        <source>curl, form</source>
        <translation>curl, Formular</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Open Inference Protocol</source>
        <translation>Open Inference Protocol</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>The experiment %1 is gone, and with it the dataset that these images would belong to; import them from the caller&apos;s files instead.</source>
        <translation>Das Experiment %1 gibt es nicht mehr, und damit auch nicht den Datensatz, zu dem diese Bilder gehören würden; importiere sie stattdessen aus den Dateien des Aufrufers.</translation>
    </message>
</context>
<context>
    <name>labelwright::About</name>
    <message>
        <source>Built with Qt %1 (Widgets, Charts, SVG), LibTorch, OpenCV, QuaZip and SQLite. Their licences apply to them.</source>
        <translation>Gebaut mit Qt %1 (Widgets, Charts, SVG), LibTorch, OpenCV, QuaZip und SQLite. Für sie gelten deren eigene Lizenzen.</translation>
    </message>
    <message>
        <source>About Labelwright</source>
        <translation>Über Labelwright</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A workbench for multi-label image classification. No account, and nothing leaves this machine unless you ask for it.</source>
        <translation>Eine Werkbank für Bildklassifikation mit mehreren Labels. Kein Konto, und nichts verlässt diesen Rechner, außer du verlangst es.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use, study, share and change it. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer: Du darfst sie benutzen, untersuchen, weitergeben und ändern. Sie kommt ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>labelwright::AdvicePanel</name>
    <message>
        <source>Back to the advice</source>
        <translation>Zurück zum Vorschlag</translation>
    </message>
    <message>
        <source>What the advisor chose, and why</source>
        <translation>Was vorgeschlagen wird, und warum</translation>
    </message>
    <message>
        <source>Frozen: only the head trains</source>
        <translation>Eingefroren: nur der Kopf lernt</translation>
    </message>
    <message>
        <source>Fine-tuning: its layers train too</source>
        <translation>Feinabstimmung: auch die Schichten des Backbones lernen</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same result</source>
        <translation>Gleicher Startwert, gleiche Daten und Einstellungen geben das gleiche Ergebnis</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Any number; another one shows how much is chance.</source>
        <translation>Eine beliebige Zahl; eine andere zeigt, wie viel Zufall dabei ist.</translation>
    </message>
    <message>
        <source>Until its weights are here, the network below stays as it is.</source>
        <translation>Bis seine Gewichte da sind, bleibt das Netz unten, wie es ist.</translation>
    </message>
    <message>
        <source>Looking at the data …</source>
        <translation>Die Daten werden angesehen …</translation>
    </message>
    <message>
        <source>Without a backbone, all layers train.</source>
        <translation>Ohne Backbone lernen alle Schichten.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiAccessCard</name>
    <message>
        <source>Who may call</source>
        <translation>Wer aufrufen darf</translation>
    </message>
    <message>
        <source>Who has a token</source>
        <translation>Wer ein Token hat</translation>
    </message>
    <message>
        <source>Everybody who reaches the service (public)</source>
        <translation>Alle, die den Dienst erreichen (öffentlich)</translation>
    </message>
    <message>
        <source>Copy the new &amp;token now: it is shown only until you leave this view.</source>
        <translation>Kopiere das neue &amp;Token jetzt: Es ist nur zu sehen, bis du diese Ansicht verlässt.</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>No token yet: make one for each program that calls, so that it can be revoked alone.</source>
        <translation>Noch kein Token: Lege für jedes Programm, das aufruft, eines an, damit es sich einzeln widerrufen lässt.</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Neues Token…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>Make the deployment public</source>
        <translation>Bereitstellung öffentlich machen</translation>
    </message>
    <message>
        <source>Everybody who reaches the service will be able to use “%1” without a token.</source>
        <translation>Alle, die den Dienst erreichen, werden „%1“ ohne Token benutzen können.</translation>
    </message>
    <message>
        <source>Make public</source>
        <translation>Öffentlich machen</translation>
    </message>
    <message>
        <source>Revoke a token</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Calls with this token will be refused from now on. This cannot be undone.</source>
        <translation>Aufrufe mit diesem Token werden ab jetzt abgewiesen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Calls with the token for “%1” will be refused from now on. This cannot be undone.</source>
        <translation>Aufrufe mit dem Token für „%1“ werden ab jetzt abgewiesen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiCallsCard</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Latest calls of the service</source>
        <translation>Letzte Aufrufe des Dienstes</translation>
    </message>
    <message>
        <source>&amp;Keep images of calls</source>
        <translation>Bilder der Aufrufe &amp;behalten</translation>
    </message>
    <message>
        <source>Images of calls</source>
        <translation>Bilder der Aufrufe</translation>
    </message>
    <message>
        <source>Add to dataset…</source>
        <translation>Zum Datensatz hinzufügen…</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Drop the kept images; nothing else changes</source>
        <translation>Die behaltenen Bilder verwerfen; sonst ändert sich nichts</translation>
    </message>
    <message>
        <source>Select images first (Ctrl+A: all)</source>
        <translation>Wähle zuerst Bilder aus (Strg+A: alle)</translation>
    </message>
    <message>
        <source>Images of the next calls will stand here, to be labelled.</source>
        <translation>Hier werden die Bilder der nächsten Aufrufe stehen, um beschriftet zu werden.</translation>
    </message>
    <message>
        <source>Images that callers send are not kept. Switched on, the newest can be seen here and added to the dataset, so that real traffic is labelled.</source>
        <translation>Bilder, die Aufrufer senden, werden nicht behalten. Eingeschaltet sind die neuesten hier zu sehen und lassen sich zum Datensatz hinzufügen, damit echte Anfragen beschriftet werden.</translation>
    </message>
    <message>
        <source>Add to the dataset</source>
        <translation>Zum Datensatz hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n images to “%1”? Every label of them is unknown until somebody answers.</source>
        <translation>
            <numerusform>Ein Bild zu „%1“ hinzufügen? Jedes seiner Labels ist unbekannt, bis jemand antwortet.</numerusform>
            <numerusform>%n Bilder zu „%1“ hinzufügen? Jedes ihrer Labels ist unbekannt, bis jemand antwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Adding images to %1</source>
        <translation>Bilder kommen in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images came into “%1”; label them in Labeling.</source>
        <translation>
            <numerusform>Ein Bild kam in „%1“; beschrifte es in der Beschriftung.</numerusform>
            <numerusform>%n Bilder kamen in „%1“; beschrifte sie in der Beschriftung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>Eines war schon da.</numerusform>
            <numerusform>%n waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>All calls of the service, newest first. The file access.log in the project&apos;s folder holds them too, without contents.</source>
        <translation>Alle Aufrufe des Dienstes, neueste zuerst. Die Datei access.log im Ordner des Projekts enthält sie auch, ohne Inhalte.</translation>
    </message>
    <message>
        <source>Nobody has called yet since the project was opened.</source>
        <translation>Seit das Projekt geöffnet wurde, hat noch niemand aufgerufen.</translation>
    </message>
    <message>
        <source>Selected images come into the dataset with every label unknown. Kept in memory while the project is open, at most %1.</source>
        <translation>Ausgewählte Bilder kommen in den Datensatz, jedes Label ist unbekannt. Behalten im Speicher, solange das Projekt offen ist, höchstens %1.</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiExamplesCard</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Copy this example</source>
        <translation>Dieses Beispiel kopieren</translation>
    </message>
    <message>
        <source>Example of a call: %1</source>
        <translation>Beispiel eines Aufrufs: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiPanel</name>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>The deployment cannot be used, so that calls are refused: %1</source>
        <translation>Die Bereitstellung ist nicht zu benutzen, deshalb werden Aufrufe abgewiesen: %1</translation>
    </message>
    <message>
        <source>Enable it first: calls of a disabled deployment are refused. Everything below can be prepared before.</source>
        <translation>Schalte sie zuerst ein: Aufrufe einer ausgeschalteten Bereitstellung werden abgewiesen. Alles hier unten lässt sich vorher einrichten.</translation>
    </message>
    <message>
        <source>Calls from other software</source>
        <translation>Aufrufe aus anderen Programmen</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiServiceCard</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Encrypt (&amp;TLS)</source>
        <translation>Verschlüsseln (&amp;TLS)</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>Choose the certificate (PEM)</source>
        <translation>Zertifikat wählen (PEM)</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privater &amp;Schlüssel</translation>
    </message>
    <message>
        <source>Choose the private key (PEM)</source>
        <translation>Privaten Schlüssel wählen (PEM)</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only programs on this computer can call it.</source>
        <translation>Nur Programme auf diesem Rechner können ihn aufrufen.</translation>
    </message>
    <message>
        <source>Every computer in the networks of this one can call it.</source>
        <translation>Jeder Rechner in den Netzwerken dieses Rechners kann ihn aufrufen.</translation>
    </message>
    <message>
        <source>Every computer that reaches %1 can call it.</source>
        <translation>Jeder Rechner, der %1 erreicht, kann ihn aufrufen.</translation>
    </message>
    <message>
        <source>Without TLS, tokens and images travel readable.</source>
        <translation>Ohne TLS sind Tokens und Bilder unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Running at %1</source>
        <translation>Läuft unter %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>Konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Stopped: nobody can call it</source>
        <translation>Angehalten: Niemand kann ihn aufrufen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>Dienst starten</translation>
    </message>
    <message>
        <source>“%1” is no numeric address: choose one of the list, or type one like 192.168.1.20.</source>
        <translation>„%1“ ist keine Adresse aus Zahlen: Wähle eine aus der Liste, oder gib eine wie 192.168.1.20 ein.</translation>
    </message>
    <message>
        <source>TLS needs a certificate and its private key: choose both files, or do not encrypt.</source>
        <translation>TLS braucht ein Zertifikat und dessen privaten Schlüssel: Wähle beide Dateien, oder verschlüssle nicht.</translation>
    </message>
    <message>
        <source>Every computer that can reach %1, port %2 will be able to call the enabled deployments: public ones without a token, the others with one.</source>
        <translation>Jeder Rechner, der %1, Port %2 erreicht, wird die eingeschalteten Bereitstellungen aufrufen können: öffentliche ohne Token, die anderen mit einem.</translation>
    </message>
    <message>
        <source>Without TLS, tokens and images travel readable for everyone on the way.</source>
        <translation>Ohne TLS sind Tokens und Bilder unterwegs für alle lesbar.</translation>
    </message>
    <message>
        <source>Open the service to the network</source>
        <translation>Dienst für das Netzwerk öffnen</translation>
    </message>
    <message>
        <source>Other programs send images over HTTP and get scores, from all enabled deployments, while this project is open.</source>
        <translation>Andere Programme senden Bilder über HTTP und bekommen Werte, von allen eingeschalteten Bereitstellungen, solange dieses Projekt offen ist.</translation>
    </message>
</context>
<context>
    <name>labelwright::BackboneCombo</name>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation>%1 herunterzuladen</translation>
    </message>
    <message>
        <source>%1 · %2 % · %3</source>
        <translation>%1 · %2 % · %3</translation>
    </message>
    <message>
        <source>%1 % on ImageNet, %2 parameters, %3 multiply-adds per image of 224×224</source>
        <translation>%1 % auf ImageNet, %2 Parameter, %3 Multiplikationen mit Addition je Bild von 224×224</translation>
    </message>
    <message>
        <source>None: small residual network</source>
        <translation>Keiner: kleines Residualnetz</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockCard</name>
    <message>
        <source>Follows the labels of the target</source>
        <translation>Folgt den Labels des Ziels</translation>
    </message>
    <message>
        <source>Output: channels × height × width, or the length of a vector</source>
        <translation>Ausgabe: Kanäle × Höhe × Breite, oder die Länge eines Vektors</translation>
    </message>
    <message>
        <source>Trainable values, and multiplications with additions per image</source>
        <translation>Trainierbare Werte, und Multiplikationen mit Addition je Bild</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Block %1: %2</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockForm</name>
    <message>
        <source>Change backbone</source>
        <translation>Backbone wechseln</translation>
    </message>
    <message>
        <source>No block selected</source>
        <translation>Kein Block ausgewählt</translation>
    </message>
    <message>
        <source>Click a block of the network to see its settings.</source>
        <translation>Klicke auf einen Block des Netzes, um seine Einstellungen zu sehen.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockJoint</name>
    <message>
        <source>Add a block here</source>
        <translation>Hier einen Block einfügen</translation>
    </message>
    <message>
        <source>Add a block at place %1</source>
        <translation>Einen Block an Stelle %1 einfügen</translation>
    </message>
</context>
<context>
    <name>labelwright::CalibrationCharts</name>
    <message>
        <source>Reliability</source>
        <translation>Zuverlässigkeit</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlerer Score</translation>
    </message>
    <message>
        <source>Share of positives</source>
        <translation>Anteil der Positiven</translation>
    </message>
    <message>
        <source>Score before calibration</source>
        <translation>Score vor der Kalibrierung</translation>
    </message>
    <message>
        <source>Score after calibration</source>
        <translation>Score nach der Kalibrierung</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation>Ideal</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Error %1 → %2</source>
        <translation>Fehler %1 → %2</translation>
    </message>
    <message>
        <source>Brier %1 → %2</source>
        <translation>Brier %1 → %2</translation>
    </message>
</context>
<context>
    <name>labelwright::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>labelwright::ChartPanel</name>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Wähle ein Label</translation>
    </message>
    <message>
        <source>No known positives in this subset</source>
        <translation>Keine bekannten Positiven in dieser Teilmenge</translation>
    </message>
    <message>
        <source>No known negatives in this subset</source>
        <translation>Keine bekannten Negativen in dieser Teilmenge</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Falsch-positiv-Rate</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Richtig-positiv-Rate</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>AUC %1</source>
        <translation>AUC %1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>AP %1</source>
        <translation>AP %1</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training, each step</source>
        <translation>Training, jeder Schritt</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The chart could not be drawn as a picture.</source>
        <translation>Das Diagramm ließ sich nicht als Bild zeichnen.</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 speichern…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show all data again, and what comes</source>
        <translation>Wieder alle Daten zeigen, auch die kommenden</translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <source>Save, copy, or show as a table</source>
        <translation>Speichern, kopieren oder als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation>Logarithmische senkrechte Achse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>Zahlen des Diagramms</translation>
    </message>
</context>
<context>
    <name>labelwright::CheckList</name>
    <message>
        <source>Search %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Tick all %1</source>
        <translation>Alle %1 ankreuzen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Tick none of the %1</source>
        <translation>Keine der %1 ankreuzen</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
</context>
<context>
    <name>labelwright::ComparisonView</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Verlust auf Validierung</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>mAP auf Validierung</translation>
    </message>
    <message>
        <source>This experiment &amp;against</source>
        <translation>Dieses Experiment &amp;gegen</translation>
    </message>
    <message>
        <source>&amp;on</source>
        <translation>&amp;auf</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Figures of both</source>
        <translation>Zahlen von beiden</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Einstellungen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Choose an experiment to compare with, then Compare.</source>
        <translation>Wähle ein Experiment zum Vergleich, dann Vergleichen.</translation>
    </message>
    <message>
        <source>There is no other experiment with results to compare with.</source>
        <translation>Es gibt kein anderes Experiment mit Ergebnissen zum Vergleich.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleich läuft…</translation>
    </message>
    <message>
        <source>Comparing experiments</source>
        <translation>Experimente werden verglichen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>%1 · epoch %2</source>
        <translation>%1 · Epoche %2</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>No label has positives here, so the two cannot be told apart.</source>
        <translation>Kein Label hat hier Positive, daher lassen sich die beiden nicht unterscheiden.</translation>
    </message>
    <message>
        <source>%1 is better than %2: mAP %3.</source>
        <translation>%1 ist besser als %2: mAP %3.</translation>
    </message>
    <message>
        <source>No clear difference: mAP of %1 against %2 is %3; %1 was higher in %4 % of the resamples.</source>
        <translation>Kein klarer Unterschied: mAP von %1 gegenüber %2 ist %3; %1 lag in %4 % der Stichproben höher.</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation>Mikro-F1</translation>
    </message>
    <message>
        <source>Macro ROC-AUC</source>
        <translation>Makro-ROC-AUC</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>Makro-Precision</translation>
    </message>
    <message>
        <source>Macro recall</source>
        <translation>Makro-Recall</translation>
    </message>
    <message>
        <source>Hamming loss (lower is better)</source>
        <translation>Hamming-Verlust (kleiner ist besser)</translation>
    </message>
    <message>
        <source>AP of %1</source>
        <translation>AP von %1</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Block %1: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::ConditionRow</name>
    <message>
        <source>%1: column</source>
        <translation>%1: Spalte</translation>
    </message>
    <message>
        <source>%1: comparison</source>
        <translation>%1: Vergleich</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1: Wert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>is equal to</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>is not equal to</source>
        <translation>ist ungleich</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>ist größer als</translation>
    </message>
</context>
<context>
    <name>labelwright::ConfusionMatrix</name>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>rightly absent</source>
        <translation>zu Recht nicht</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Predicted present</source>
        <translation>Vorhergesagt vorhanden</translation>
    </message>
    <message>
        <source>Predicted absent</source>
        <translation>Vorhergesagt fehlend</translation>
    </message>
    <message>
        <source>Is
present</source>
        <translation>Ist
vorhanden</translation>
    </message>
    <message>
        <source>Is
absent</source>
        <translation>Ist
nicht da</translation>
    </message>
    <message>
        <source>Show only these images below; again: all</source>
        <translation>Nur diese Bilder unten zeigen; noch einmal: alle</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>labelwright::ContentsWords</name>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>No subset</source>
        <translation>Keine Teilmenge</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>labelwright::CreateDeploymentDialog</name>
    <message>
        <source>Create deployment</source>
        <translation>Bereitstellung anlegen</translation>
    </message>
    <message>
        <source>Thresholds the deployment will carry</source>
        <translation>Schwellen, die die Bereitstellung bekommt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>&amp;Experiment</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>&amp;Checkpoint</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The deployment keeps a copy of the weights and of these thresholds; later changes of the experiment do not reach it.
Thresholds: %1
Calibration: %2</source>
        <translation>Die Bereitstellung behält eine Kopie der Gewichte und dieser Schwellen; spätere Änderungen am Experiment erreichen sie nicht.
Schwellen: %1
Kalibrierung: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetCommands</name>
    <message>
        <source>%1 came into “%2”, with %3.</source>
        <translation>%1 kamen in „%2“, mit %3.</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 Labels</translation>
    </message>
    <message>
        <source> %1 were there already.</source>
        <translation> %1 waren schon da.</translation>
    </message>
    <message>
        <source> %1 rows or images cannot be used.</source>
        <translation> %1 Zeilen oder Bilder sind nicht brauchbar.</translation>
    </message>
    <message>
        <source>Stopped. What was done until then stays; “Check again” in a dataset&apos;s menu goes on.</source>
        <translation>Angehalten. Was bis dahin getan war, bleibt; „Erneut prüfen“ im Menü eines Datensatzes macht weiter.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Save rejects…</source>
        <translation>Zurückgewiesene speichern…</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Zurückgewiesene Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>Die zurückgewiesenen Zeilen stehen in %1.</translation>
    </message>
    <message>
        <source>%1 are ready: drawn landscapes with %2 labels.</source>
        <translation>%1 sind bereit: gezeichnete Landschaften mit %2 Labels.</translation>
    </message>
    <message>
        <source>New name of the dataset</source>
        <translation>Neuer Name des Datensatzes</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Its labels, answers and subsets go, and with them the %1 that were copied into the project. This cannot be taken back.</source>
        <translation>Seine Labels, Antworten und Teilmengen gehen verloren, und mit ihnen die %1, die ins Projekt kopiert wurden. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>%1 wird gelöscht</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Export as a zip with index.csv</source>
        <translation>Als Zip mit index.csv exportieren</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-Archive (*.zip)</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>%1 are in %2.</source>
        <translation>%1 stehen in %2.</translation>
    </message>
    <message>
        <source> %1 cannot be used and were left out.</source>
        <translation> %1 sind nicht brauchbar und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Checked again: %1 more can be used now.</source>
        <translation>Erneut geprüft: %1 mehr sind jetzt brauchbar.</translation>
    </message>
    <message>
        <source>Distribute anew?</source>
        <translation>Neu verteilen?</translation>
    </message>
    <message>
        <source>Up to %1 may move to another subset. Experiments made before keep the subsets they were trained with, but a new one can have trained on images that are tested now: compare them with care.</source>
        <translation>Bis zu %1 können in eine andere Teilmenge wandern. Frühere Experimente behalten die Teilmengen, mit denen sie trainiert wurden, aber ein neues kann auf Bildern trainiert haben, die jetzt getestet werden: Vergleiche sie mit Vorsicht.</translation>
    </message>
    <message>
        <source>Distribute anew</source>
        <translation>Neu verteilen</translation>
    </message>
    <message>
        <source>Splitting %1</source>
        <translation>%1 wird aufgeteilt</translation>
    </message>
    <message>
        <source>%1 were assigned, %2 moved.</source>
        <translation>%1 wurden zugeteilt, %2 wanderten.</translation>
    </message>
    <message>
        <source> %1 meet no rule and stay as they were.</source>
        <translation> %1 erfüllen keine Regel und blieben, wie sie waren.</translation>
    </message>
    <message>
        <source>Experiments that were made with this feature set keep their labels.</source>
        <translation>Experimente, die mit diesem Labelsatz angelegt wurden, behalten ihre Labels.</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Beispiel wird vorbereitet</translation>
    </message>
    <message>
        <source>Train a model now</source>
        <translation>Jetzt ein Modell trainieren</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetList</name>
    <message>
        <source>⚠ %1 cannot be used</source>
        <translation>⚠ %1 nicht brauchbar</translation>
    </message>
    <message>
        <source>%1 still to check</source>
        <translation>%1 noch zu prüfen</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 Version</translation>
    </message>
    <message>
        <source>%1 versions</source>
        <translation>%1 Versionen</translation>
    </message>
    <message>
        <source>1 experiment</source>
        <translation>1 Experiment</translation>
    </message>
    <message>
        <source>%1 experiments</source>
        <translation>%1 Experimente</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>In diesem Projekt</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>More for this dataset</source>
        <translation>Mehr zu diesem Datensatz</translation>
    </message>
    <message>
        <source>Rename, export, check again, delete</source>
        <translation>Umbenennen, exportieren, erneut prüfen, löschen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Export zip…</source>
        <translation>Zip exportieren…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetTab</name>
    <message numerus="yes">
        <source>%n images are still being checked and take no part yet.</source>
        <translation>
            <numerusform>%n Bild wird noch geprüft und nimmt noch nicht teil.</numerusform>
            <numerusform>%n Bilder werden noch geprüft und nehmen noch nicht teil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images cannot be used; Datasets says why.</source>
        <translation>
            <numerusform>%n Bild ist nicht brauchbar; Datensätze sagt, warum.</numerusform>
            <numerusform>%n Bilder sind nicht brauchbar; Datensätze sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no validation subset, so that no best epoch can be chosen; split the dataset first.</source>
        <translation>Es gibt keine Validierungsteilmenge, sodass sich keine beste Epoche wählen lässt; teile zuerst den Datensatz auf.</translation>
    </message>
    <message>
        <source>There is no test subset, so that final figures cannot be reported.</source>
        <translation>Es gibt keine Testteilmenge, sodass sich keine Endergebnisse angeben lassen.</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>, usually %1×%2 pixels</source>
        <translation>, meist %1×%2 Pixel</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 Bilder</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetWords</name>
    <message>
        <source>%1 where %2</source>
        <translation>%1, bei denen %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>vor %1 Stunden</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>Not split yet</source>
        <translation>Noch nicht aufgeteilt</translation>
    </message>
    <message>
        <source>From the index&apos;s subset column</source>
        <translation>Aus der Spalte subset des Index</translation>
    </message>
    <message>
        <source>By conditions: %1</source>
        <translation>Nach Bedingungen: %1</translation>
    </message>
    <message>
        <source>By chance %1 %, every pair of labels in proportion, seed %2</source>
        <translation>Zufällig %1 %, jedes Labelpaar anteilig, Startwert %2</translation>
    </message>
    <message>
        <source>By chance %1 %, every label in proportion, seed %2</source>
        <translation>Zufällig %1 %, jedes Label anteilig, Startwert %2</translation>
    </message>
    <message>
        <source>; only where %1</source>
        <translation>; nur wo %1</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetsPage</name>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Zip or CSV file…</source>
        <translation>Zip- oder CSV-Datei…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Draw the sample</source>
        <translation>Das Beispiel zeichnen</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Train a model on this dataset with the chosen feature set</source>
        <translation>Ein Modell auf diesem Datensatz mit dem gewählten Labelsatz trainieren</translation>
    </message>
    <message>
        <source>Bring in your images</source>
        <translation>Hol deine Bilder herein</translation>
    </message>
    <message>
        <source>Drop a zip or a folder here: images with an index.csv (a column per label), a folder per label, or images alone. You see what comes in before anything is stored.</source>
        <translation>Lege ein Zip oder einen Ordner hier ab: Bilder mit einer index.csv (eine Spalte je Label), ein Ordner je Label oder nur Bilder. Du siehst, was hereinkommt, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Das Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Teilmengen</translation>
    </message>
    <message>
        <source>Feature sets</source>
        <translation>Labelsätze</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Data (*.zip *.csv *.tsv);;All files (*)</source>
        <translation>Daten (*.zip *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Einen Ordner importieren</translation>
    </message>
</context>
<context>
    <name>labelwright::Deployment</name>
    <message>
        <source>Warming up…</source>
        <translation>Wird aufgewärmt…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Best epoch (%1)</source>
        <translation>Beste Epoche (%1)</translation>
    </message>
    <message>
        <source>Last epoch (%1)</source>
        <translation>Letzte Epoche (%1)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>best F1</source>
        <translation>bestes F1</translation>
    </message>
    <message>
        <source>best F-beta with beta \1</source>
        <translation>bestes F-beta mit beta \1</translation>
    </message>
    <message>
        <source>precision of at least \1</source>
        <translation>Precision von mindestens \1</translation>
    </message>
    <message>
        <source>recall of at least \1</source>
        <translation>Recall von mindestens \1</translation>
    </message>
    <message>
        <source>least cost, a false alarm costing \1 misses</source>
        <translation>geringste Kosten, ein Fehlalarm so teuer wie \1 Übersehene</translation>
    </message>
    <message>
        <source>as often as in the data</source>
        <translation>so häufig wie in den Daten</translation>
    </message>
    <message>
        <source>temperature scaling</source>
        <translation>Temperaturskalierung</translation>
    </message>
    <message>
        <source>Platt scaling</source>
        <translation>Platt-Skalierung</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentDetails</name>
    <message>
        <source>Rename this deployment</source>
        <translation>Diese Bereitstellung umbenennen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>%1 · %2 · created %3</source>
        <translation>%1 · %2 · angelegt %3</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable the deployment first, then it can be deleted.</source>
        <translation>Schalte die Bereitstellung zuerst aus, dann lässt sie sich löschen.</translation>
    </message>
    <message>
        <source>Delete this deployment with its copy of the weights</source>
        <translation>Diese Bereitstellung mit ihrer Kopie der Gewichte löschen</translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>Wird aufgewärmt…</translation>
    </message>
    <message>
        <source>The network is being loaded and run once, so that the first image is answered as fast as later ones.</source>
        <translation>Das Netz wird geladen und einmal ausgeführt, damit das erste Bild so schnell beantwortet wird wie spätere.</translation>
    </message>
    <message>
        <source>The deployment cannot be used</source>
        <translation>Die Bereitstellung ist nicht benutzbar</translation>
    </message>
    <message>
        <source>Enable it first</source>
        <translation>Schalte sie zuerst ein</translation>
    </message>
    <message>
        <source>An enabled deployment keeps its network loaded, so that images are answered at once. It stays enabled when you come back.</source>
        <translation>Eine eingeschaltete Bereitstellung hält ihr Netz geladen, damit Bilder sofort beantwortet werden. Sie bleibt eingeschaltet, wenn du wiederkommst.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentHost</name>
    <message>
        <source>Warming up %1</source>
        <translation>%1 wird aufgewärmt</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentPage</name>
    <message>
        <source>Train an experiment first: there is no checkpoint that could be deployed.</source>
        <translation>Trainiere zuerst ein Experiment: Es gibt keinen Checkpoint, der sich bereitstellen ließe.</translation>
    </message>
    <message>
        <source>Creating deployment %1</source>
        <translation>Bereitstellung %1 wird angelegt</translation>
    </message>
    <message>
        <source>The deployment “%1” was created.</source>
        <translation>Die Bereitstellung „%1“ wurde angelegt.</translation>
    </message>
    <message>
        <source>Enable it</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Rename the deployment</source>
        <translation>Die Bereitstellung umbenennen</translation>
    </message>
    <message>
        <source>Delete the deployment</source>
        <translation>Die Bereitstellung löschen</translation>
    </message>
    <message>
        <source>Delete “%1” with its copy of the weights and thresholds? This cannot be undone.</source>
        <translation>„%1“ mit der Kopie der Gewichte und Schwellen löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The deployment “%1” was deleted.</source>
        <translation>Die Bereitstellung „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Create deployment</source>
        <translation>Bereitstellung anlegen</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Bereitstellungen</translation>
    </message>
    <message>
        <source>Train an experiment first</source>
        <translation>Trainiere zuerst ein Experiment</translation>
    </message>
    <message>
        <source>A deployment is a trained network, with its thresholds, put to use. As soon as an experiment has finished its first epoch, it can be deployed here.</source>
        <translation>Eine Bereitstellung ist ein trainiertes Netz mit seinen Schwellen im Einsatz. Sobald ein Experiment seine erste Epoche beendet hat, lässt es sich hier bereitstellen.</translation>
    </message>
    <message>
        <source>No deployment yet</source>
        <translation>Noch keine Bereitstellung</translation>
    </message>
    <message>
        <source>A deployment copies the weights and thresholds of a checkpoint, so that they stay as they are. Then try it on your own images, and export it.</source>
        <translation>Eine Bereitstellung kopiert Gewichte und Schwellen eines Checkpoints, sodass sie bleiben, wie sie sind. Probiere sie dann an eigenen Bildern aus und exportiere sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n Bereitstellung</numerusform>
            <numerusform>%n Bereitstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Modeling</source>
        <translation>Zur Modellierung</translation>
    </message>
</context>
<context>
    <name>labelwright::EmptyState</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>labelwright::EndpointHost</name>
    <message>
        <source>TLS needs both a certificate and a private key: choose the file that is missing, or neither.</source>
        <translation>TLS braucht Zertifikat und privaten Schlüssel: Wähle die fehlende Datei, oder keine.</translation>
    </message>
</context>
<context>
    <name>labelwright::EpochPanel</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Epoch </source>
        <translation>Epoche </translation>
    </message>
    <message>
        <source>Epoch shown</source>
        <translation>Gezeigte Epoche</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Show the latest epoch, and each that comes</source>
        <translation>Die neueste Epoche zeigen, und jede, die kommt</translation>
    </message>
    <message>
        <source>Labels on validation: after the first epoch</source>
        <translation>Labels auf Validierung: nach der ersten Epoche</translation>
    </message>
    <message>
        <source>Validation after epoch %1, at threshold 0.5</source>
        <translation>Validierung nach Epoche %1, bei Schwelle 0,5</translation>
    </message>
    <message>
        <source>After the first epoch</source>
        <translation>Nach der ersten Epoche</translation>
    </message>
    <message>
        <source>Fixed at 0.5 while training; fitted thresholds are in Predictions.</source>
        <translation>Während des Trainings fest bei 0,5; angepasste Schwellen stehen unter Vorhersagen.</translation>
    </message>
</context>
<context>
    <name>labelwright::EpochState</name>
    <message>
        <source>No known positives in validation</source>
        <translation>Keine bekannten Positiven in der Validierung</translation>
    </message>
    <message>
        <source>No known negatives in validation</source>
        <translation>Keine bekannten Negativen in der Validierung</translation>
    </message>
</context>
<context>
    <name>labelwright::EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Create deployment</source>
        <translation>Bereitstellung anlegen</translation>
    </message>
    <message>
        <source>Nothing to evaluate yet</source>
        <translation>Noch nichts auszuwerten</translation>
    </message>
    <message>
        <source>Train an experiment, and its curves, figures and mistakes stand here.</source>
        <translation>Trainiere ein Experiment, dann stehen seine Kurven, Zahlen und Fehler hier.</translation>
    </message>
    <message>
        <source>This experiment was not run yet</source>
        <translation>Dieses Experiment lief noch nicht</translation>
    </message>
    <message>
        <source>Run it in Modeling; its curves appear here from the first step on.</source>
        <translation>Starte es in Modellierung; seine Kurven erscheinen hier vom ersten Schritt an.</translation>
    </message>
    <message>
        <source>Go to Modeling</source>
        <translation>Zur Modellierung</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Report as a web page…</source>
        <translation>Bericht als Webseite…</translation>
    </message>
    <message>
        <source>Table of labels as CSV…</source>
        <translation>Tabelle der Labels als CSV…</translation>
    </message>
    <message>
        <source>Predictions can be inspected after the first epoch.</source>
        <translation>Vorhersagen lassen sich nach der ersten Epoche ansehen.</translation>
    </message>
    <message>
        <source>Parts of the evaluation</source>
        <translation>Teile der Auswertung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>This experiment&apos;s run failed.</source>
        <translation>Der Lauf dieses Experiments ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Zu Datensätze</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Save the table of labels</source>
        <translation>Die Tabelle der Labels speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>Tabelle wird geschrieben</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentDocument</name>
    <message>
        <source>Changed by you. The advice was: %1</source>
        <translation>Von dir geändert. Der Rat war: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentList</name>
    <message>
        <source>Duplicate settings only</source>
        <translation>Nur Einstellungen duplizieren</translation>
    </message>
    <message>
        <source>Duplicate with best weights</source>
        <translation>Mit den besten Gewichten duplizieren</translation>
    </message>
    <message>
        <source>The copy starts from the weights of the best epoch</source>
        <translation>Die Kopie beginnt mit den Gewichten der besten Epoche</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Duplicate …</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Duplicate this experiment</source>
        <translation>Dieses Experiment duplizieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicating the experiment</source>
        <translation>Das Experiment wird dupliziert</translation>
    </message>
    <message>
        <source>Name of the experiment</source>
        <translation>Name des Experiments</translation>
    </message>
    <message>
        <source>Delete experiment</source>
        <translation>Experiment löschen</translation>
    </message>
    <message>
        <source>“%1” is deleted with its run, weights and scores. This cannot be undone.</source>
        <translation>„%1“ wird mit Lauf, Gewichten und Scores gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>%1 wird gelöscht</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentView</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Duplicate to change</source>
        <translation>Zum Ändern duplizieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Laufeinstellungen</translation>
    </message>
    <message>
        <source>%1 parameters · %2 multiply-adds per image</source>
        <translation>%1 Parameter · %2 Multiplikationen mit Addition je Bild</translation>
    </message>
    <message numerus="yes">
        <source>%n problems to solve</source>
        <translation>
            <numerusform>%n Problem zu lösen</numerusform>
            <numerusform>%n Probleme zu lösen</numerusform>
        </translation>
    </message>
    <message>
        <source>This experiment is running; it shows what is being trained.</source>
        <translation>Dieses Experiment läuft; hier steht, was trainiert wird.</translation>
    </message>
    <message>
        <source>%1: this experiment shows what was trained.</source>
        <translation>%1: Hier steht, was trainiert wurde.</translation>
    </message>
    <message>
        <source> · starts from trained weights</source>
        <translation> · beginnt mit trainierten Gewichten</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentWizard</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Inputs / target</source>
        <translation>Eingaben / Ziel</translation>
    </message>
    <message>
        <source>Problem type</source>
        <translation>Problemart</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the experiment (Ctrl+Enter)</source>
        <translation>Das Experiment anlegen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Nothing can be trained like this yet.</source>
        <translation>So lässt sich noch nichts trainieren.</translation>
    </message>
    <message>
        <source>Everything can still be changed after Create.</source>
        <translation>Nach dem Anlegen lässt sich noch alles ändern.</translation>
    </message>
    <message>
        <source>Creating as soon as the data has been looked at …</source>
        <translation>Wird angelegt, sobald die Daten angesehen sind …</translation>
    </message>
</context>
<context>
    <name>labelwright::ExportPanel</name>
    <message>
        <source>Export the model</source>
        <translation>Das Modell exportieren</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Form:</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Modell exportieren…</translation>
    </message>
    <message>
        <source>Result of the export</source>
        <translation>Ergebnis des Exports</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export the model as a file</source>
        <translation>Das Modell als Datei exportieren</translation>
    </message>
    <message>
        <source>Name the folder of the export</source>
        <translation>Nenne den Ordner des Exports</translation>
    </message>
    <message>
        <source>TorchScript model (*.pt)</source>
        <translation>TorchScript-Modell (*.pt)</translation>
    </message>
    <message>
        <source>Replace an export</source>
        <translation>Einen Export ersetzen</translation>
    </message>
    <message>
        <source>%1 exists. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Writes the model as ONNX or TorchScript, which other programs run without Labelwright. What is written is run on images of the dataset and held against this application; an export that differs is refused.</source>
        <translation>Schreibt das Modell als ONNX oder TorchScript, das andere Programme ohne Labelwright ausführen. Das Geschriebene wird auf Bildern des Datensatzes ausgeführt und mit dieser Anwendung verglichen; ein abweichender Export wird zurückgewiesen.</translation>
    </message>
    <message>
        <source>Bundle: folder with models, examples and sample images</source>
        <translation>Bündel: Ordner mit Modellen, Beispielen und Beispielbildern</translation>
    </message>
    <message>
        <source>Bundle as one archive (.zip)</source>
        <translation>Bündel als ein Archiv (.zip)</translation>
    </message>
    <message>
        <source>ONNX file (.onnx)</source>
        <translation>ONNX-Datei (.onnx)</translation>
    </message>
    <message>
        <source>TorchScript file (.pt)</source>
        <translation>TorchScript-Datei (.pt)</translation>
    </message>
    <message>
        <source>Triton model repository (folder)</source>
        <translation>Triton-Modellablage (Ordner)</translation>
    </message>
    <message>
        <source>Export the model as an archive</source>
        <translation>Das Modell als Archiv exportieren</translation>
    </message>
    <message>
        <source>Choose or name the model repository</source>
        <translation>Modellablage wählen oder benennen</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-Archive (*.zip)</translation>
    </message>
    <message>
        <source>ONNX model (*.onnx)</source>
        <translation>ONNX-Modell (*.onnx)</translation>
    </message>
    <message numerus="yes">
        <source>Verified: what was written was run on %n images.</source>
        <translation>
            <numerusform>Geprüft: Das Geschriebene wurde auf %n Bild ausgeführt.</numerusform>
            <numerusform>Geprüft: Das Geschriebene wurde auf %n Bildern ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run by %2. Largest difference of two scores: %3. Changed decisions: %4 of %5.</source>
        <translation>%1, ausgeführt von %2. Größter Unterschied zweier Scores: %3. Geänderte Entscheidungen: %4 von %5.</translation>
    </message>
</context>
<context>
    <name>labelwright::FeatureSetDialog</name>
    <message>
        <source>Feature set %1</source>
        <translation>Labelsatz %1</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New feature set</source>
        <translation>Neuer Labelsatz</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Gib ihm einen Namen.</translation>
    </message>
    <message>
        <source>There is one of this name already.</source>
        <translation>Einen mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>Choose at least one label.</source>
        <translation>Wähle mindestens ein Label.</translation>
    </message>
</context>
<context>
    <name>labelwright::FeatureSetsPanel</name>
    <message>
        <source>New feature set…</source>
        <translation>Neuer Labelsatz…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New experiment with this set</source>
        <translation>Neues Experiment mit diesem Satz</translation>
    </message>
    <message>
        <source>A feature set is a choice of labels: what an experiment learns to tell.</source>
        <translation>Ein Labelsatz ist eine Auswahl von Labels: was ein Experiment zu erkennen lernt.</translation>
    </message>
    <message>
        <source>Feature sets</source>
        <translation>Labelsätze</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 Labels</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>“All labels” always follows the dataset and stays.</source>
        <translation>„Alle Labels“ folgt immer dem Datensatz und bleibt.</translation>
    </message>
</context>
<context>
    <name>labelwright::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: water AND NOT people, unknown:road, subset:test …</source>
        <translation>Filter: water AND NOT people, unknown:road, subset:test …</translation>
    </message>
    <message>
        <source>A label, or a part of a name; AND, OR, NOT and brackets; &quot;two words&quot; in quotes.
unknown:label finds images nobody answered, subset:test a subset, name:IMG a name,
column:text, column=value, column&gt;number any other column. (Ctrl+F)</source>
        <translation>Ein Label oder ein Teil eines Namens; AND, OR, NOT und Klammern; &quot;zwei Wörter&quot; in Anführungszeichen.
unknown:Label findet Bilder ohne Antwort, subset:test eine Teilmenge, name:IMG einen Namen,
Spalte:Text, Spalte=Wert, Spalte&gt;Zahl jede andere Spalte. (Strg+F)</translation>
    </message>
    <message>
        <source>Subset shown</source>
        <translation>Gezeigte Teilmenge</translation>
    </message>
    <message>
        <source>All subsets</source>
        <translation>Alle Teilmengen</translation>
    </message>
    <message>
        <source>No subset</source>
        <translation>Keine Teilmenge</translation>
    </message>
    <message>
        <source>Labels to filter by</source>
        <translation>Labels zum Filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>labelwright::GoalChooser</name>
    <message>
        <source>Best F1</source>
        <translation>Bestes F1</translation>
    </message>
    <message>
        <source>Precision and recall count the same</source>
        <translation>Precision und Recall zählen gleich</translation>
    </message>
    <message>
        <source>Best F-beta</source>
        <translation>Bestes F-beta</translation>
    </message>
    <message>
        <source>Recall counts beta times as much as precision</source>
        <translation>Recall zählt beta-mal so viel wie Precision</translation>
    </message>
    <message>
        <source>Precision at least</source>
        <translation>Precision mindestens</translation>
    </message>
    <message>
        <source>At most so many false alarms; of these, the best recall</source>
        <translation>Höchstens so viele Fehlalarme; davon der beste Recall</translation>
    </message>
    <message>
        <source>Recall at least</source>
        <translation>Recall mindestens</translation>
    </message>
    <message>
        <source>Find at least so many; of these, the best precision</source>
        <translation>Mindestens so viele finden; davon die beste Precision</translation>
    </message>
    <message>
        <source>Cost of a false alarm</source>
        <translation>Kosten eines Fehlalarms</translation>
    </message>
    <message>
        <source>As many times the cost of a miss</source>
        <translation>Das Vielfache der Kosten eines übersehenen</translation>
    </message>
    <message>
        <source>As frequent as in the data</source>
        <translation>So häufig wie in den Daten</translation>
    </message>
    <message>
        <source>Predict as many as there are</source>
        <translation>So viele vorhersagen, wie es gibt</translation>
    </message>
    <message>
        <source>The goal&apos;s number</source>
        <translation>Die Zahl des Ziels</translation>
    </message>
    <message>
        <source>&amp;Goal</source>
        <translation>&amp;Ziel</translation>
    </message>
</context>
<context>
    <name>labelwright::HistogramHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4 %)</source>
        <translation>%1: %2 von %3 (%4 %)</translation>
    </message>
</context>
<context>
    <name>labelwright::HistogramWords</name>
    <message>
        <source>(blank)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>%1 andere Werte</translation>
    </message>
</context>
<context>
    <name>labelwright::HistoryWords</name>
    <message>
        <source>1 answer</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 Antworten</translation>
    </message>
    <message>
        <source>1 image put into a subset</source>
        <translation>1 Bild einer Teilmenge zugeteilt</translation>
    </message>
    <message>
        <source>%1 images put into a subset</source>
        <translation>%1 Bilder einer Teilmenge zugeteilt</translation>
    </message>
    <message>
        <source>1 label added or archived</source>
        <translation>1 Label hinzugefügt oder archiviert</translation>
    </message>
    <message>
        <source>%1 labels added or archived</source>
        <translation>%1 Labels hinzugefügt oder archiviert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportChoices</name>
    <message>
        <source>Import into</source>
        <translation>Importieren in</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Image paths</source>
        <translation>Bildpfade</translation>
    </message>
    <message>
        <source>found by themselves</source>
        <translation>von selbst gefunden</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>One column each</source>
        <translation>Je eine Spalte</translation>
    </message>
    <message>
        <source>One column of tags</source>
        <translation>Eine Spalte mit Tags</translation>
    </message>
    <message>
        <source>None (label later)</source>
        <translation>Keine (später beschriften)</translation>
    </message>
    <message>
        <source>label columns</source>
        <translation>Labelspalten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Images with the same value stay together in one subset: a song, a camera, a patient.</source>
        <translation>Bilder mit demselben Wert bleiben zusammen in einer Teilmenge: ein Lied, eine Kamera, ein Patient.</translation>
    </message>
    <message>
        <source>A blank cell means</source>
        <translation>Eine leere Zelle bedeutet</translation>
    </message>
    <message>
        <source>A label not listed is</source>
        <translation>Ein nicht genanntes Label ist</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Images without a row</source>
        <translation>Bilder ohne Zeile</translation>
    </message>
    <message>
        <source>come in unlabelled</source>
        <translation>kommen ohne Labels herein</translation>
    </message>
    <message>
        <source>stay out</source>
        <translation>bleiben draußen</translation>
    </message>
    <message>
        <source>copied into the project</source>
        <translation>ins Projekt kopiert</translation>
    </message>
    <message>
        <source>left where they are</source>
        <translation>dort gelassen, wo sie sind</translation>
    </message>
    <message>
        <source>Images are</source>
        <translation>Bilder werden</translation>
    </message>
    <message>
        <source>a new dataset</source>
        <translation>ein neuer Datensatz</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Tick the columns that are labels, or import the images without labels.</source>
        <translation>Kreuze die Spalten an, die Labels sind, oder importiere die Bilder ohne Labels.</translation>
    </message>
    <message>
        <source>Choose the column that holds the tags.</source>
        <translation>Wähle die Spalte, in der die Tags stehen.</translation>
    </message>
    <message>
        <source>Give the dataset a name.</source>
        <translation>Gib dem Datensatz einen Namen.</translation>
    </message>
    <message>
        <source>There is a dataset of this name: choose another, or import into that one.</source>
        <translation>Einen Datensatz dieses Namens gibt es: Wähle einen anderen Namen oder importiere in ihn.</translation>
    </message>
    <message>
        <source>Without one, images are split at random: 80 % training, 10 % validation, 10 % test.</source>
        <translation>Ohne sie werden die Bilder zufällig aufgeteilt: 80 % Training, 10 % Validierung, 10 % Test.</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportPage</name>
    <message>
        <source>separator: %1</source>
        <translation>Trennzeichen: %1</translation>
    </message>
    <message>
        <source>encoding: %1</source>
        <translation>Kodierung: %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Import it unlabelled</source>
        <translation>Ohne Labels importieren</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Zurückgewiesene Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source> rejects</source>
        <translation> zurückgewiesen</translation>
    </message>
    <message>
        <source>Saving rejects</source>
        <translation>Zurückgewiesene werden gespeichert</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>Die zurückgewiesenen Zeilen stehen in %1.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportPreviewModel</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportWords</name>
    <message>
        <source>A table with one column per label</source>
        <translation>Eine Tabelle mit einer Spalte je Label</translation>
    </message>
    <message>
        <source>A table with a column of tags</source>
        <translation>Eine Tabelle mit einer Spalte voller Tags</translation>
    </message>
    <message>
        <source>A folder per label</source>
        <translation>Ein Ordner je Label</translation>
    </message>
    <message>
        <source>Images without labels</source>
        <translation>Bilder ohne Labels</translation>
    </message>
    <message>
        <source>image path</source>
        <translation>Bildpfad</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>further column</source>
        <translation>weitere Spalte</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>labelwright::InfoPanel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Weights (SHA-256)</source>
        <translation>Gewichte (SHA-256)</translation>
    </message>
    <message>
        <source>Input and outputs</source>
        <translation>Ein- und Ausgaben</translation>
    </message>
    <message>
        <source>Names are what other software calls them; double-click one to change it. Everything else is a copy made when the deployment was created, and stays.</source>
        <translation>Unter diesen Namen ruft andere Software sie auf; ein Doppelklick ändert einen. Alles andere ist eine Kopie vom Anlegen der Bereitstellung und bleibt.</translation>
    </message>
    <message>
        <source>%1 (number %2)</source>
        <translation>%1 (Nummer %2)</translation>
    </message>
</context>
<context>
    <name>labelwright::InputPreview</name>
    <message>
        <source>Another image</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>The image as the network sees it</source>
        <translation>Das Bild, wie das Netz es sieht</translation>
    </message>
    <message>
        <source>Variant %1 for training</source>
        <translation>Variante %1 für das Training</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>Wie das Netz es sieht</translation>
    </message>
    <message>
        <source>Augmented, in training</source>
        <translation>Abgewandelt, im Training</translation>
    </message>
    <message>
        <source>Not augmented in training</source>
        <translation>Im Training nicht augmentiert</translation>
    </message>
</context>
<context>
    <name>labelwright::InspectionState</name>
    <message>
        <source>Evaluating the %1 images</source>
        <translation>Die %1 Bilder werden ausgewertet</translation>
    </message>
</context>
<context>
    <name>labelwright::InspectionView</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Best epoch (%1)</source>
        <translation>Beste Epoche (%1)</translation>
    </message>
    <message>
        <source>Last epoch (%1)</source>
        <translation>Letzte Epoche (%1)</translation>
    </message>
    <message>
        <source>Use the newer checkpoint</source>
        <translation>Den neueren Checkpoint nehmen</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>&amp;Subset</source>
        <translation>&amp;Teilmenge</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>&amp;Checkpoint</translation>
    </message>
    <message>
        <source>Evaluation in progress</source>
        <translation>Auswertung läuft</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Wird ausgewertet</translation>
    </message>
    <message>
        <source>PR curve</source>
        <translation>PR-Kurve</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>mAP %1 · macro F1 %2 · micro F1 %3</source>
        <translation>mAP %1 · Makro-F1 %2 · Mikro-F1 %3</translation>
    </message>
    <message>
        <source>over %1 of %2 labels</source>
        <translation>über %1 von %2 Labels</translation>
    </message>
</context>
<context>
    <name>labelwright::InterfaceModel</name>
    <message>
        <source>Input image</source>
        <translation>Eingabebild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image, colour, %1 × %2</source>
        <translation>Bild, farbig, %1 × %2</translation>
    </message>
    <message>
        <source>Image, grey, %1 × %2</source>
        <translation>Bild, grau, %1 × %2</translation>
    </message>
    <message>
        <source>Output, binary: score and yes or no</source>
        <translation>Ausgabe, binär: Score und ja oder nein</translation>
    </message>
    <message>
        <source>What other software calls it; double-click or press F2 to change it</source>
        <translation>Wie andere Software es nennt; zum Ändern doppelklicken oder F2 drücken</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>labelwright::IssueReport</name>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Save rejects…</source>
        <translation>Zurückgewiesene speichern…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>The rows that stay out, each with its reason, as a CSV file</source>
        <translation>Die Zeilen, die draußen bleiben, jede mit ihrem Grund, als CSV-Datei</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Leave these images out</source>
        <translation>Diese Bilder auslassen</translation>
    </message>
    <message>
        <source>Ignore the subset column</source>
        <translation>Die Spalte subset nicht beachten</translation>
    </message>
    <message>
        <source>%1 can come in</source>
        <translation>%1 können herein</translation>
    </message>
    <message>
        <source>1 row stays out</source>
        <translation>1 Zeile bleibt draußen</translation>
    </message>
    <message>
        <source>%1 rows stay out</source>
        <translation>%1 Zeilen bleiben draußen</translation>
    </message>
    <message>
        <source>; no problems found.</source>
        <translation>; keine Probleme gefunden.</translation>
    </message>
</context>
<context>
    <name>labelwright::JobsIndicator</name>
    <message>
        <source>Background work</source>
        <translation>Arbeit im Hintergrund</translation>
    </message>
    <message>
        <source>Progress of background work</source>
        <translation>Fortschritt der Arbeit im Hintergrund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel this work</source>
        <translation>Diese Arbeit abbrechen</translation>
    </message>
    <message>
        <source>Cancel background work</source>
        <translation>Arbeit im Hintergrund abbrechen</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles gespeichert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::LabelChip</name>
    <message>
        <source>Click: only images with &apos;%1&apos;. Alt-click, right click or Shift+Space: only images without it. Once more: all.</source>
        <translation>Klick: nur Bilder mit „%1“. Alt-Klick, Rechtsklick oder Umschalt+Leertaste: nur Bilder ohne. Noch einmal: alle.</translation>
    </message>
    <message>
        <source>not filtered</source>
        <translation>nicht gefiltert</translation>
    </message>
    <message>
        <source>included</source>
        <translation>eingeschlossen</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>Filter by %1: %2</source>
        <translation>Nach %1 filtern: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelTableModel</name>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>Average precision of %1 epochs</source>
        <translation>Average Precision von %1 Epochen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Positives</source>
        <translation>Positive</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>AP by epoch</source>
        <translation>AP je Epoche</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Name des Labels</translation>
    </message>
    <message>
        <source>Images in which the label is known to be present</source>
        <translation>Bilder, in denen das Label bekanntermaßen vorhanden ist</translation>
    </message>
    <message>
        <source>Average precision: area under precision against recall; chance is the share of positives</source>
        <translation>Average Precision: Fläche unter Precision über Recall; Zufall ist der Anteil der Positiven</translation>
    </message>
    <message>
        <source>Area under the ROC curve; chance is 0.5</source>
        <translation>Fläche unter der ROC-Kurve; Zufall ist 0,5</translation>
    </message>
    <message>
        <source>Share of the predicted images that are right</source>
        <translation>Anteil der vorhergesagten Bilder, die stimmen</translation>
    </message>
    <message>
        <source>Share of the positives that are found</source>
        <translation>Anteil der Positiven, die gefunden werden</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmonisches Mittel von Precision und Recall</translation>
    </message>
    <message>
        <source>A score of at least this counts as present</source>
        <translation>Ein Score von mindestens diesem Wert gilt als vorhanden</translation>
    </message>
    <message>
        <source>Average precision after each epoch</source>
        <translation>Average Precision nach jeder Epoche</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelingPage</name>
    <message>
        <source>Labeling</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Labeling comes next</source>
        <translation>Die Beschriftung kommt als Nächstes</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Zu Datensätze</translation>
    </message>
    <message>
        <source>Here you will answer a few dozen images, and the model will propose the rest while you go on. This version cannot do it yet: import images that have labels already, by an index.csv with a column per label or one of tags, or by a folder per label.</source>
        <translation>Hier wirst du einige Dutzend Bilder beantworten, und das Modell schlägt den Rest vor, während du weitermachst. Diese Version kann das noch nicht: Importiere Bilder, die schon Labels haben, durch eine index.csv mit einer Spalte je Label oder einer mit Tags oder durch einen Ordner je Label.</translation>
    </message>
</context>
<context>
    <name>labelwright::MainWindow</name>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Labeling</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Modeling</source>
        <translation>Modellierung</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Data (*.zip *.csv *.tsv *.txt);;All files (*)</source>
        <translation>Daten (*.zip *.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Einen Ordner importieren</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>New project: name its folder</source>
        <translation>Neues Projekt: benenne seinen Ordner</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Open a project&apos;s folder</source>
        <translation>Den Ordner eines Projekts öffnen</translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation>Training anhalten?</translation>
    </message>
    <message>
        <source>An experiment is being trained. Closing its project stops the run; its best and last checkpoints stay, and it can be resumed later.</source>
        <translation>Ein Experiment wird gerade trainiert. Wird sein Projekt geschlossen, hält der Lauf an; sein bester und sein letzter Checkpoint bleiben, und er lässt sich später fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>labelwright::Menus</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>Das &amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Labeling</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Modeling</source>
        <translation>Modellierung</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Labelwright</source>
        <translation>&amp;Über Labelwright</translation>
    </message>
</context>
<context>
    <name>labelwright::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>labelwright::MissingWeights</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Herunterladens</translation>
    </message>
    <message>
        <source>Use a weights file that you have: a .pth or .safetensors of torchvision</source>
        <translation>Eine Gewichtsdatei nehmen, die du hast: .pth oder .safetensors von torchvision</translation>
    </message>
    <message>
        <source>The weights of %1 are not on this machine (%2 to download, once).</source>
        <translation>Die Gewichte von %1 sind nicht auf diesem Rechner (%2 herunterzuladen, einmalig).</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>%1 wird heruntergeladen</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>Gewichte von %1</translation>
    </message>
    <message>
        <source>Weights (*.pth *.safetensors);;All files (*)</source>
        <translation>Gewichte (*.pth *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Checking the weights of %1</source>
        <translation>Die Gewichte von %1 werden geprüft</translation>
    </message>
</context>
<context>
    <name>labelwright::ModelingPage</name>
    <message>
        <source>Modeling</source>
        <translation>Modellierung</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Make an experiment (Ctrl+E)</source>
        <translation>Ein Experiment anlegen (Strg+E)</translation>
    </message>
    <message>
        <source>Open in Evaluation</source>
        <translation>In Auswertung öffnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Import data first</source>
        <translation>Importiere zuerst Daten</translation>
    </message>
    <message>
        <source>An experiment trains a network on a dataset. Import images with labels, then come back here.</source>
        <translation>Ein Experiment trainiert ein Netz auf einem Datensatz. Importiere Bilder mit Labels und komm dann wieder.</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Zu Datensätze</translation>
    </message>
    <message>
        <source>Create the first experiment</source>
        <translation>Lege das erste Experiment an</translation>
    </message>
    <message>
        <source>Network and settings are chosen for your data, each with its reason. You can run it at once or change whatever you like.</source>
        <translation>Netz und Einstellungen werden für deine Daten gewählt, jede mit ihrem Grund. Du kannst es sofort starten oder ändern, was du willst.</translation>
    </message>
    <message>
        <source>Duplicated: the copy can be changed.</source>
        <translation>Dupliziert: Die Kopie lässt sich ändern.</translation>
    </message>
    <message>
        <source>Train this experiment (F5)</source>
        <translation>Dieses Experiment trainieren (F5)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>This experiment is being trained; Evaluation shows how it goes</source>
        <translation>Dieses Experiment wird trainiert; Auswertung zeigt, wie es läuft</translation>
    </message>
    <message>
        <source>This experiment has finished; duplicate it to train something else</source>
        <translation>Dieses Experiment ist fertig; dupliziere es, um etwas anderes zu trainieren</translation>
    </message>
    <message>
        <source>Solve the problems of the network first</source>
        <translation>Löse zuerst die Probleme des Netzes</translation>
    </message>
    <message>
        <source>The weights of %1 are not on this machine. Download them, or choose a file in the settings of the backbone.</source>
        <translation>Die Gewichte von %1 sind nicht auf diesem Rechner. Lade sie herunter oder wähle eine Datei in den Einstellungen des Backbones.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Preparing the training</source>
        <translation>Training wird vorbereitet</translation>
    </message>
</context>
<context>
    <name>labelwright::ModelingWords</name>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>mirroring</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>cropping</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Binary crossentropy</source>
        <translation>Binäre Kreuzentropie</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Frozen stages</source>
        <translation>Eingefrorene Stufen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf der Rate</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>Mittelung</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Früher Halt</translation>
    </message>
    <message>
        <source>%1, small network</source>
        <translation>%1, kleines Netz</translation>
    </message>
    <message>
        <source>%1, %2 frozen</source>
        <translation>%1, %2 eingefroren</translation>
    </message>
    <message>
        <source>%1, %2 fine-tuned</source>
        <translation>%1, %2 feinabgestimmt</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>The backbone never changes: its output is computed once, so that training takes seconds.</source>
        <translation>Der Backbone ändert sich nie: Seine Ausgabe wird einmal berechnet, sodass das Training Sekunden dauert.</translation>
    </message>
    <message>
        <source>How many stages from the front stay as they are when the rest is trained.</source>
        <translation>Wie viele Stufen von vorn bleiben, wie sie sind, während der Rest lernt.</translation>
    </message>
    <message>
        <source>Start from pretrained weights</source>
        <translation>Mit vortrainierten Gewichten beginnen</translation>
    </message>
    <message>
        <source>What the backbone learned from 1.2 million photos; without it, it has to learn to see from your images alone.</source>
        <translation>Was der Backbone aus 1,2 Millionen Fotos gelernt hat; ohne das muss er allein aus deinen Bildern sehen lernen.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>Side of the patterns it looks for, in values.</source>
        <translation>Seitenlänge der gesuchten Muster, in Werten.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Keeps values in a usual range, which makes training quicker and steadier.</source>
        <translation>Hält Werte im üblichen Bereich, was das Training schneller und ruhiger macht.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Max and average halve the sides; the global kinds make one vector of all places.</source>
        <translation>Maximum und Mittel halbieren die Seiten; die globalen Arten machen aus allen Orten einen Vektor.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Global average</source>
        <translation>Globales Mittel</translation>
    </message>
    <message>
        <source>Global max</source>
        <translation>Globales Maximum</translation>
    </message>
    <message>
        <source>Global average and max</source>
        <translation>Globales Mittel und Maximum</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Share of values that are left out in each step.</source>
        <translation>Anteil der Werte, die in jedem Schritt ausgelassen werden.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>How many values it gives.</source>
        <translation>Wie viele Werte sie ergibt.</translation>
    </message>
    <message>
        <source>The last dense layer has one node per label of the target.</source>
        <translation>Die letzte dichte Schicht hat einen Knoten je Label des Ziels.</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>Labels (%1)</translation>
    </message>
    <message>
        <source>One per label</source>
        <translation>Einer je Label</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Sigmoid gives each label a score of its own, several can hold at once; ReLU and hard swish stand between layers.</source>
        <translation>Sigmoid gibt jedem Label einen eigenen Score, mehrere können zugleich gelten; ReLU und Hard Swish stehen zwischen Schichten.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>Hard Swish</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Labels: %1</translation>
    </message>
    <message>
        <source>How wrong scores are judged; binary crossentropy is the usual choice, the others help where labels are rare.</source>
        <translation>Wie falsche Scores bewertet werden; binäre Kreuzentropie ist die übliche Wahl, die anderen helfen bei seltenen Labels.</translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation>Asymmetrisch</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>Fokal</translation>
    </message>
    <message>
        <source>Weight of positives, at most</source>
        <translation>Gewicht der Positiven, höchstens</translation>
    </message>
    <message>
        <source>Rare labels count more, up to this factor; 1 counts all alike.</source>
        <translation>Seltene Labels zählen mehr, bis zu diesem Faktor; 1 zählt alle gleich.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Targets move a little away from 0 and 1, so that scores become less sure.</source>
        <translation>Ziele rücken ein wenig von 0 und 1 weg, sodass Scores weniger sicher werden.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>How many patterns it looks for.</source>
        <translation>Wie viele Muster sie sucht.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>2 halves width and height.</source>
        <translation>2 halbiert Breite und Höhe.</translation>
    </message>
    <message>
        <source>Focus on positives</source>
        <translation>Fokus auf Positive</translation>
    </message>
    <message>
        <source>How little positives count that are right already; 0 counts all alike.</source>
        <translation>Wie wenig Positive zählen, die schon stimmen; 0 zählt alle gleich.</translation>
    </message>
    <message>
        <source>Focus on negatives</source>
        <translation>Fokus auf Negative</translation>
    </message>
    <message>
        <source>How little negatives count that are right already.</source>
        <translation>Wie wenig Negative zählen, die schon stimmen.</translation>
    </message>
    <message>
        <source>Margin of negatives</source>
        <translation>Spielraum der Negativen</translation>
    </message>
    <message>
        <source>Negatives with a score below this do not count at all.</source>
        <translation>Negative mit einem Score darunter zählen gar nicht.</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Max-Pooling</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Mittel-Pooling</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>Globales Mittel-Pooling</translation>
    </message>
    <message>
        <source>Global max pooling</source>
        <translation>Globales Max-Pooling</translation>
    </message>
    <message>
        <source>Global average and max pooling</source>
        <translation>Globales Mittel- und Max-Pooling</translation>
    </message>
    <message>
        <source>A score from 0 to 1 for each label by itself</source>
        <translation>Ein Score von 0 bis 1 für jedes Label für sich</translation>
    </message>
    <message>
        <source>Scores that exclude one another</source>
        <translation>Scores, die einander ausschließen</translation>
    </message>
    <message>
        <source>Keeps what is positive</source>
        <translation>Behält, was positiv ist</translation>
    </message>
    <message>
        <source>Asymmetric loss</source>
        <translation>Asymmetrischer Verlust</translation>
    </message>
    <message>
        <source>Focal loss</source>
        <translation>Fokaler Verlust</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>vortrainiert</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>zufällige Gewichte</translation>
    </message>
    <message>
        <source>%1, frozen: only what follows is trained</source>
        <translation>%1, eingefroren: nur was folgt, lernt</translation>
    </message>
    <message>
        <source>%1, all stages train</source>
        <translation>%1, alle Stufen lernen</translation>
    </message>
    <message>
        <source>%1, first %2 of %3 stages frozen</source>
        <translation>%1, die ersten %2 von %3 Stufen eingefroren</translation>
    </message>
    <message>
        <source>Halves width and height</source>
        <translation>Halbiert Breite und Höhe</translation>
    </message>
    <message>
        <source>Two values for each feature map</source>
        <translation>Zwei Werte je Merkmalskarte</translation>
    </message>
    <message>
        <source>One value for each feature map</source>
        <translation>Ein Wert je Merkmalskarte</translation>
    </message>
    <message>
        <source>A network that has learned to see from 1.2 million photos.</source>
        <translation>Ein Netz, das an 1,2 Millionen Fotos sehen gelernt hat.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>Looks for small patterns everywhere in the image.</source>
        <translation>Sucht überall im Bild nach kleinen Mustern.</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>Residualblock</translation>
    </message>
    <message>
        <source>Two convolutions with a shortcut past them, easy to train in depth.</source>
        <translation>Zwei Faltungen mit einer Abkürzung daran vorbei, in der Tiefe leicht zu trainieren.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Makes feature maps smaller, or one vector of them.</source>
        <translation>Verkleinert Merkmalskarten, oder macht einen Vektor aus ihnen.</translation>
    </message>
    <message>
        <source>Leaves values out at random in training, against overfitting.</source>
        <translation>Lässt im Training zufällig Werte aus, gegen Überanpassung.</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dichte Schicht</translation>
    </message>
    <message>
        <source>Combines all values of a vector.</source>
        <translation>Verbindet alle Werte eines Vektors.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Bends values, so that layers can learn more than straight lines.</source>
        <translation>Biegt Werte, damit Schichten mehr lernen als gerade Linien.</translation>
    </message>
    <message>
        <source>Activation: %1</source>
        <translation>Aktivierung: %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1×%1, %2 filters, stride %3</source>
        <translation>%1×%1, %2 Filter, Schrittweite %3</translation>
    </message>
    <message>
        <source>, batch norm</source>
        <translation>, Batch-Norm</translation>
    </message>
    <message>
        <source>%1 filters, stride %2</source>
        <translation>%1 Filter, Schrittweite %2</translation>
    </message>
    <message>
        <source>%1 % of the values left out in training</source>
        <translation>%1 % der Werte werden im Training ausgelassen</translation>
    </message>
    <message>
        <source>Nodes = labels (%1)</source>
        <translation>Knoten = Labels (%1)</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>Loss: %1</source>
        <translation>Verlust: %1</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>farbig</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>Small network</source>
        <translation>Kleines Netz</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Startbereit</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>mAP %1</source>
        <translation>mAP %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Images are scaled to this many pixels across.</source>
        <translation>Bilder werden auf so viele Pixel in der Breite skaliert.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Images are scaled to this many pixels down.</source>
        <translation>Bilder werden auf so viele Pixel in der Höhe skaliert.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Three channels, or one for images without colour.</source>
        <translation>Drei Kanäle, oder einer für Bilder ohne Farbe.</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Rot, Grün, Blau</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>How an image of another shape becomes the input&apos;s; cropping loses what stands at the border.</source>
        <translation>Wie ein Bild anderer Form zur Eingabe wird; Zuschneiden verliert, was am Rand steht.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Crop the middle</source>
        <translation>Mitte ausschneiden</translation>
    </message>
    <message>
        <source>Letterbox</source>
        <translation>Mit Rand</translation>
    </message>
    <message>
        <source>Augmentation, in training only</source>
        <translation>Augmentierung, nur im Training</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Half of the images are mirrored.</source>
        <translation>Die Hälfte der Bilder wird gespiegelt.</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Half of the images are turned upside down.</source>
        <translation>Die Hälfte der Bilder wird auf den Kopf gestellt.</translation>
    </message>
    <message>
        <source>Crop, area kept at least</source>
        <translation>Ausschnitt, Fläche mindestens</translation>
    </message>
    <message>
        <source>A random part of the image is enlarged; 100 % keeps all of it.</source>
        <translation>Ein zufälliger Teil des Bildes wird vergrößert; 100 % behält alles.</translation>
    </message>
    <message>
        <source>Crop, stretched at most</source>
        <translation>Ausschnitt, höchstens gestreckt</translation>
    </message>
    <message>
        <source>How far the part&apos;s sides may be stretched against each other; 1 keeps their proportion.</source>
        <translation>Wie weit die Seiten des Ausschnitts gegeneinander gestreckt werden dürfen; 1 behält ihr Verhältnis.</translation>
    </message>
    <message>
        <source>Rotation up to ±</source>
        <translation>Drehung bis ±</translation>
    </message>
    <message>
        <source>Images are turned by a random angle.</source>
        <translation>Bilder werden um einen zufälligen Winkel gedreht.</translation>
    </message>
    <message>
        <source>Brightness ±</source>
        <translation>Helligkeit ±</translation>
    </message>
    <message>
        <source>Images become lighter or darker by up to this.</source>
        <translation>Bilder werden bis um so viel heller oder dunkler.</translation>
    </message>
    <message>
        <source>Contrast ±</source>
        <translation>Kontrast ±</translation>
    </message>
    <message>
        <source>Images become harder or softer by up to this.</source>
        <translation>Bilder werden bis um so viel härter oder weicher.</translation>
    </message>
    <message>
        <source>Saturation ±</source>
        <translation>Sättigung ±</translation>
    </message>
    <message>
        <source>Colours become stronger or paler by up to this.</source>
        <translation>Farben werden bis um so viel kräftiger oder blasser.</translation>
    </message>
    <message>
        <source>The dataset has no checked image to show yet.</source>
        <translation>Der Datensatz hat noch kein geprüftes Bild zum Zeigen.</translation>
    </message>
    <message>
        <source>The file holds the weights of %1, not of %2; choose the file whose name begins with &quot;%2&quot;.</source>
        <translation>Die Datei enthält die Gewichte von %1, nicht von %2; wähle die Datei, deren Name mit „%2“ beginnt.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation>Epochen, höchstens</translation>
    </message>
    <message>
        <source>How often the network sees every training image.</source>
        <translation>Wie oft das Netz jedes Trainingsbild sieht.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>The run stops after this many epochs without a new best on validation.</source>
        <translation>Der Lauf endet nach so vielen Epochen ohne neues Bestes auf der Validierung.</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> Epochen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Best epoch by</source>
        <translation>Beste Epoche nach</translation>
    </message>
    <message>
        <source>What the kept epoch is best in, on validation.</source>
        <translation>Worin die behaltene Epoche auf der Validierung am besten ist.</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Niedrigster Verlust</translation>
    </message>
    <message>
        <source>Highest mAP</source>
        <translation>Höchste mAP</translation>
    </message>
    <message>
        <source>Images per step: larger is steadier and needs more memory.</source>
        <translation>Bilder je Schritt: mehr ist ruhiger und braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>How far weights move in a step, at its highest.</source>
        <translation>Wie weit sich Gewichte in einem Schritt bewegen, im Höchstfall.</translation>
    </message>
    <message>
        <source>How the rate changes in the course of the run.</source>
        <translation>Wie sich die Rate im Laufe des Trainings ändert.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Share of all steps in which the rate rises from almost nothing.</source>
        <translation>Anteil der Schritte, in denen die Rate von fast nichts ansteigt.</translation>
    </message>
    <message>
        <source>Rate of each earlier stage</source>
        <translation>Rate jeder früheren Stufe</translation>
    </message>
    <message>
        <source>Each stage of the backbone learns at this share of the rate of the next one.</source>
        <translation>Jede Stufe des Backbones lernt mit diesem Anteil der Rate der nächsten.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>AdamW suits almost everything; SGD wants more care.</source>
        <translation>AdamW passt fast immer; SGD will mehr Sorgfalt.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD mit Momentum</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next.</source>
        <translation>Wie viel vom letzten Schritt in den nächsten eingeht.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Pulls weights towards 0, against overfitting.</source>
        <translation>Zieht Gewichte gegen 0, gegen Überanpassung.</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientengrenze</translation>
    </message>
    <message>
        <source>Largest norm of all gradients of a step.</source>
        <translation>Größte Norm aller Gradienten eines Schritts.</translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation>Gegen Überanpassung</translation>
    </message>
    <message>
        <source>Images of a batch are blended; 0.2 to 0.4 is usual.</source>
        <translation>Bilder eines Batches werden gemischt; 0,2 bis 0,4 ist üblich.</translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation>Gewichtsmittelung (EMA)</translation>
    </message>
    <message>
        <source>A running average of the weights is what is kept; closer to 1 averages longer.</source>
        <translation>Behalten wird ein laufendes Mittel der Gewichte; näher an 1 mittelt länger.</translation>
    </message>
    <message>
        <source>Start the head from embeddings</source>
        <translation>Den Kopf aus Einbettungen beginnen</translation>
    </message>
    <message>
        <source>The last layer starts from a regression on the backbone&apos;s output.</source>
        <translation>Die letzte Schicht beginnt mit einer Regression auf der Ausgabe des Backbones.</translation>
    </message>
    <message>
        <source>Train only the head for</source>
        <translation>Nur den Kopf trainieren für</translation>
    </message>
    <message>
        <source>Epochs before the backbone trains too.</source>
        <translation>Epochen, bevor auch der Backbone lernt.</translation>
    </message>
    <message>
        <source>Keep batch statistics fixed</source>
        <translation>Batch-Statistik festhalten</translation>
    </message>
    <message>
        <source>The backbone keeps the means and deviations of its own training.</source>
        <translation>Der Backbone behält die Mittelwerte und Abweichungen seines eigenen Trainings.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Arithmetic of training steps; automatic measures what is fastest here.</source>
        <translation>Arithmetik der Trainingsschritte; automatisch misst, was hier am schnellsten ist.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>32 bit (f32)</source>
        <translation>32 Bit (f32)</translation>
    </message>
    <message>
        <source>16 bit (bf16)</source>
        <translation>16 Bit (bf16)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Cores that the run uses.</source>
        <translation>Kerne, die der Lauf benutzt.</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed, data, settings and one thread give the same weights.</source>
        <translation>Gleicher Startwert, gleiche Daten, Einstellungen und ein Thread geben die gleichen Gewichte.</translation>
    </message>
    <message>
        <source>solved directly</source>
        <translation>direkt gelöst</translation>
    </message>
    <message>
        <source>The head of this frozen backbone is solved directly: what is greyed out has no effect.</source>
        <translation>Der Kopf dieses eingefrorenen Backbones wird direkt gelöst: Was ausgegraut ist, hat keine Wirkung.</translation>
    </message>
    <message>
        <source>No effect: the head of this frozen backbone is solved directly.</source>
        <translation>Ohne Wirkung: Der Kopf dieses eingefrorenen Backbones wird direkt gelöst.</translation>
    </message>
</context>
<context>
    <name>labelwright::NetworkView</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation>%1 Multiplikationen mit Addition</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Duplicate this block</source>
        <translation>Diesen Block duplizieren</translation>
    </message>
    <message>
        <source>Remove this block (Delete)</source>
        <translation>Diesen Block entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>labelwright::PictureView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop images here, paste one with Ctrl+V, or choose one.</source>
        <translation>Lege Bilder hier ab, füge eines mit Strg+V ein oder wähle eines.</translation>
    </message>
</context>
<context>
    <name>labelwright::PredictionModel</name>
    <message>
        <source>Sample %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>miss</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>rightly absent</source>
        <translation>zu Recht nicht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
</context>
<context>
    <name>labelwright::PredictionView</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>Reihenfolge der Bilder</translation>
    </message>
    <message>
        <source>Most wrong first</source>
        <translation>Größte Fehler zuerst</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Höchster Score zuerst</translation>
    </message>
    <message>
        <source>Lowest score first</source>
        <translation>Niedrigster Score zuerst</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Images as pictures</source>
        <translation>Bilder als Bilder</translation>
    </message>
    <message>
        <source>Images as a table</source>
        <translation>Bilder als Tabelle</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 hits: predicted present, and present</source>
        <translation>%1 Treffer: vorhergesagt und vorhanden</translation>
    </message>
    <message>
        <source>%1 misses: predicted absent, but present</source>
        <translation>%1 übersehen: nicht vorhergesagt, aber vorhanden</translation>
    </message>
    <message>
        <source>%1 false alarms: predicted present, but absent</source>
        <translation>%1 Fehlalarme: vorhergesagt, aber nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 rightly absent: predicted absent, and absent</source>
        <translation>%1 zu Recht nicht: nicht vorhergesagt und nicht vorhanden</translation>
    </message>
    <message>
        <source>No image is in this field of the matrix</source>
        <translation>In diesem Feld der Matrix ist kein Bild</translation>
    </message>
</context>
<context>
    <name>labelwright::ProblemTab</name>
    <message>
        <source>Multi-label image classification</source>
        <translation>Bildklassifikation mit mehreren Labels</translation>
    </message>
    <message>
        <source>Each label is a question of its own: several can hold for one image, or none. This implies:</source>
        <translation>Jedes Label ist eine Frage für sich: Für ein Bild können mehrere gelten oder keines. Daraus folgt:</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Dense, as many nodes as labels</source>
        <translation>Dichte Schicht, so viele Knoten wie Labels</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Sigmoid: a score from 0 to 1 for each label</source>
        <translation>Sigmoid: ein Score von 0 bis 1 für jedes Label</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Binary crossentropy, judged for each label by itself</source>
        <translation>Binäre Kreuzentropie, für jedes Label für sich bewertet</translation>
    </message>
    <message>
        <source>Unknown answers</source>
        <translation>Unbekannte Antworten</translation>
    </message>
    <message>
        <source>Left out of loss and figures; unknown is not no</source>
        <translation>Bleiben bei Verlust und Kennzahlen außen vor; unbekannt ist nicht nein</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>A threshold for each label, fitted on validation</source>
        <translation>Eine Schwelle je Label, auf der Validierung angepasst</translation>
    </message>
</context>
<context>
    <name>labelwright::RateFinder</name>
    <message>
        <source>Find a learning rate</source>
        <translation>Eine Lernrate finden</translation>
    </message>
    <message>
        <source>Loss while the rate rises</source>
        <translation>Verlust bei steigender Rate</translation>
    </message>
    <message>
        <source>Trains for a moment with rising rates and shows where the loss falls fastest; nothing of it is kept.</source>
        <translation>Trainiert einen Moment mit steigenden Raten und zeigt, wo der Verlust am schnellsten fällt; nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Trying rates from a millionth to 1 …</source>
        <translation>Raten von einem Millionstel bis 1 werden probiert …</translation>
    </message>
    <message>
        <source>Finding a learning rate</source>
        <translation>Eine Lernrate wird gesucht</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>The loss never fell clearly, so no rate can be suggested.</source>
        <translation>Der Verlust fiel nie deutlich, sodass sich keine Rate vorschlagen lässt.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Use the found learning rate</source>
        <translation>Die gefundene Lernrate nehmen</translation>
    </message>
    <message>
        <source>About %1 is a good rate: the loss falls well, and safely below where it turns up again.</source>
        <translation>Etwa %1 ist eine gute Rate: Der Verlust fällt gut, und sicher unter der Stelle, an der er wieder steigt.</translation>
    </message>
</context>
<context>
    <name>labelwright::RequestLogModel</name>
    <message>
        <source>Caller left</source>
        <translation>Aufrufer ging</translation>
    </message>
    <message>
        <source>%1, %2 received, %3 sent</source>
        <translation>%1, %2 empfangen, %3 gesendet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>labelwright::RunBar</name>
    <message>
        <source>Stop and keep best</source>
        <translation>Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Ends after the current batch; best and last checkpoints stay, and the run can go on later</source>
        <translation>Endet nach dem laufenden Batch; bester und letzter Checkpoint bleiben, und der Lauf kann später weitergehen</translation>
    </message>
    <message>
        <source>Epochs to go on for</source>
        <translation>Epochen zum Weitermachen</translation>
    </message>
    <message>
        <source>for </source>
        <translation>für </translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> Epochen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Preparing: %1</source>
        <translation>Vorbereitung: %1</translation>
    </message>
    <message>
        <source>%1, %2, 1 thread</source>
        <translation>%1, %2, 1 Thread</translation>
    </message>
    <message>
        <source>%1, %2, %3 threads</source>
        <translation>%1, %2, %3 Threads</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausiert: %1</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>before the first epoch ended</source>
        <translation>vor dem Ende der ersten Epoche</translation>
    </message>
    <message>
        <source>after 1 epoch</source>
        <translation>nach 1 Epoche</translation>
    </message>
    <message>
        <source>after %1 epochs</source>
        <translation>nach %1 Epochen</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>Angehalten %1</translation>
    </message>
    <message>
        <source>Finished %1</source>
        <translation>Fertig %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Fehlgeschlagen %1</translation>
    </message>
</context>
<context>
    <name>labelwright::SampleDetails</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>Einpassen (F)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>No image is chosen</source>
        <translation>Kein Bild gewählt</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>✓ Present</source>
        <translation>✓ Vorhanden</translation>
    </message>
    <message>
        <source>✗ Absent</source>
        <translation>✗ Fehlt</translation>
    </message>
    <message>
        <source>· Unknown</source>
        <translation>· Unbekannt</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>as a copy in the project</source>
        <translation>als Kopie im Projekt</translation>
    </message>
    <message>
        <source>where it was imported from</source>
        <translation>wo es importiert wurde</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>steht noch aus</translation>
    </message>
</context>
<context>
    <name>labelwright::SampleView</name>
    <message>
        <source>Images as a table</source>
        <translation>Bilder als Tabelle</translation>
    </message>
    <message>
        <source>Images as a gallery</source>
        <translation>Bilder als Galerie</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Show the images as a gallery</source>
        <translation>Die Bilder als Galerie zeigen</translation>
    </message>
    <message>
        <source>Show the images as a gallery or as a table (G)</source>
        <translation>Die Bilder als Galerie oder als Tabelle zeigen (G)</translation>
    </message>
    <message>
        <source>No image fits this filter</source>
        <translation>Kein Bild passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Take a condition out, or look at all images again.</source>
        <translation>Nimm eine Bedingung heraus oder sieh wieder alle Bilder an.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>labelwright::ScoreModel</name>
    <message>
        <source>%1: present, score %2, threshold %3</source>
        <translation>%1: vorhanden, Score %2, Schwelle %3</translation>
    </message>
    <message>
        <source>%1: absent, score %2, threshold %3</source>
        <translation>%1: fehlt, Score %2, Schwelle %3</translation>
    </message>
</context>
<context>
    <name>labelwright::ScorePanel</name>
    <message>
        <source>Scores of the labels</source>
        <translation>Scores der Labels</translation>
    </message>
    <message>
        <source>Order of the labels</source>
        <translation>Reihenfolge der Labels</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Höchster Score zuerst</translation>
    </message>
    <message>
        <source>The tick on a bar is the label&apos;s threshold: a score at or above it means present.</source>
        <translation>Der Strich auf einem Balken ist die Schwelle des Labels: Ein Score ab ihr bedeutet vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n labels present</source>
        <translation>
            <numerusform>%1 von %n Label vorhanden</numerusform>
            <numerusform>%1 von %n Labels vorhanden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::SettingsDialog</name>
    <message>
        <source>The language changes when Labelwright starts the next time.</source>
        <translation>Die Sprache wechselt, wenn Labelwright das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>New &amp;projects go to</source>
        <translation>Neue &amp;Projekte kommen nach</translation>
    </message>
    <message>
        <source>Weights of &amp;backbones are kept in</source>
        <translation>Gewichte von &amp;Backbones liegen in</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Folder for new projects</source>
        <translation>Ordner für neue Projekte</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder for new projects</source>
        <translation>Den Ordner für neue Projekte wählen</translation>
    </message>
    <message>
        <source>Folder of backbone weights</source>
        <translation>Ordner der Backbone-Gewichte</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder of backbone weights</source>
        <translation>Den Ordner der Backbone-Gewichte öffnen</translation>
    </message>
</context>
<context>
    <name>labelwright::ShortcutSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Ein Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>labelwright::SplitDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New subset split</source>
        <translation>Neue Aufteilung in Teilmengen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Only images for which</source>
        <translation>Nur Bilder, für die gilt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Data usage: %1 of %2 (%3)</source>
        <translation>Genutzte Daten: %1 von %2 (%3)</translation>
    </message>
    <message>
        <source>2 of 2: how they are split</source>
        <translation>2 von 2: wie aufgeteilt wird</translation>
    </message>
    <message>
        <source>1 of 2: which images take part</source>
        <translation>1 von 2: welche Bilder teilnehmen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>labelwright::SplitForm</name>
    <message>
        <source>By chance, in shares</source>
        <translation>Zufällig, nach Anteilen</translation>
    </message>
    <message>
        <source>By conditions</source>
        <translation>Nach Bedingungen</translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <translation>Gleicher Startwert gibt die gleiche Aufteilung.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Every label</source>
        <translation>Jedes Label</translation>
    </message>
    <message>
        <source>Every pair of labels</source>
        <translation>Jedes Labelpaar</translation>
    </message>
    <message>
        <source>Kept in proportion</source>
        <translation>Anteilig gehalten wird</translation>
    </message>
    <message>
        <source>The first rule that an image fulfils counts; where none does, the image stays as it is.</source>
        <translation>Die erste Regel, die ein Bild erfüllt, gilt; wo keine es tut, bleibt das Bild, wie es ist.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Eine Regel hinzufügen</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>%1: subset</source>
        <translation>%1: Teilmenge</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: entfernen</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Diese Regel entfernen</translation>
    </message>
    <message>
        <source>Images that are in a subset already</source>
        <translation>Bilder, die schon in einer Teilmenge sind,</translation>
    </message>
    <message>
        <source>stay there (%1 are left to distribute)</source>
        <translation>bleiben dort (%1 sind noch zu verteilen)</translation>
    </message>
    <message>
        <source>are distributed anew (%1 may move)</source>
        <translation>werden neu verteilt (%1 können wandern)</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Add a rule, or split by chance.</source>
        <translation>Füge eine Regel hinzu oder teile zufällig auf.</translation>
    </message>
    <message>
        <source>Give at least one subset a share.</source>
        <translation>Gib mindestens einer Teilmenge einen Anteil.</translation>
    </message>
</context>
<context>
    <name>labelwright::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Teach your computer to see what is in your pictures. Everything stays on this machine.</source>
        <translation>Bring deinem Rechner bei, zu sehen, was auf deinen Bildern ist. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>or drop a zip or a folder anywhere in this window</source>
        <translation>oder lege ein Zip oder einen Ordner irgendwo in diesem Fenster ab</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Das Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>An empty folder of your own to import pictures into.</source>
        <translation>Ein eigener leerer Ordner, in den du Bilder importierst.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Go on with a project that lies on this computer.</source>
        <translation>Mit einem Projekt auf diesem Rechner weitermachen.</translation>
    </message>
    <message>
        <source>Draws 800 landscapes with eight labels; one more click trains a model.</source>
        <translation>Zeichnet 800 Landschaften mit acht Labels; ein weiterer Klick trainiert ein Modell.</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetBars</name>
    <message>
        <source>Samples: %L1 for training, %L2 for validation, %L3 for test</source>
        <translation>Beispiele: %L1 zum Training, %L2 zur Validierung, %L3 zum Test</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetHeatModel</name>
    <message>
        <source>%1 positives, %2 negatives, %3 unknown</source>
        <translation>%1 positiv, %2 negativ, %3 unbekannt</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetsPanel</name>
    <message>
        <source>%1&lt;b&gt;%2&lt;/b&gt; (%3): %4</source>
        <translation>%1&lt;b&gt;%2&lt;/b&gt; (%3): %4</translation>
    </message>
    <message>
        <source>In no subset</source>
        <translation>In keiner Teilmenge</translation>
    </message>
    <message>
        <source>New subset split…</source>
        <translation>Neue Aufteilung…</translation>
    </message>
    <message>
        <source>Positives per label and subset</source>
        <translation>Positive je Label und Teilmenge</translation>
    </message>
    <message>
        <source>⚠ %1 cells have no positives or no negatives: these labels cannot be learned or measured there.</source>
        <translation>⚠ %1 Zellen haben keine Positiven oder keine Negativen: Diese Labels lassen sich dort nicht lernen oder messen.</translation>
    </message>
</context>
<context>
    <name>labelwright::TargetTab</name>
    <message>
        <source>Image column</source>
        <translation>Bildspalte</translation>
    </message>
    <message>
        <source>Labels of the target, counted in training</source>
        <translation>Labels des Ziels, im Training gezählt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Target: feature set</source>
        <translation>Ziel: Labelsatz</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n labels)</source>
        <translation>
            <numerusform>%1 (%n Label)</numerusform>
            <numerusform>%1 (%n Labels)</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually %1×%2 pixels; scaled to the network&apos;s input.</source>
        <translation>Meist %1×%2 Pixel; auf die Eingabe des Netzes skaliert.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Fehlt</translation>
    </message>
</context>
<context>
    <name>labelwright::ThresholdPanel</name>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>1 false alarm</source>
        <translation>1 Fehlalarm</translation>
    </message>
    <message>
        <source>%1 false alarms</source>
        <translation>%1 Fehlalarme</translation>
    </message>
    <message>
        <source>1 miss</source>
        <translation>1 übersehen</translation>
    </message>
    <message>
        <source>%1 misses</source>
        <translation>%1 übersehen</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>S&amp;chwelle</translation>
    </message>
    <message>
        <source>The threshold of best F1 on validation; also by double click</source>
        <translation>Die Schwelle des besten F1 auf der Validierung; auch durch Doppelklick</translation>
    </message>
    <message>
        <source>Set this label&apos;s threshold by the goal, on validation</source>
        <translation>Die Schwelle dieses Labels nach dem Ziel setzen, auf der Validierung</translation>
    </message>
    <message>
        <source>Set every label&apos;s threshold by the goal, on validation</source>
        <translation>Die Schwelle jedes Labels nach dem Ziel setzen, auf der Validierung</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>%1 against the threshold %2</source>
        <translation>%1 gegenüber der Schwelle %2</translation>
    </message>
    <message>
        <source>Precision %1 · recall %2 · F1 %3</source>
        <translation>Precision %1 · Recall %2 · F1 %3</translation>
    </message>
    <message>
        <source>%1 false alarms, %2 misses</source>
        <translation>%1 Fehlalarme, %2 übersehen</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bestes F1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Auf alle anwenden</translation>
    </message>
</context>
<context>
    <name>labelwright::ThresholdSlider</name>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Drag to move the threshold; double-click for the optimum</source>
        <translation>Ziehen verschiebt die Schwelle; Doppelklick setzt das Optimum</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Fehlt</translation>
    </message>
</context>
<context>
    <name>labelwright::TokenDialog</name>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Program or person, for example “Web shop”</source>
        <translation>Programm oder Person, zum Beispiel „Webshop“</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>In 90 Tagen</translation>
    </message>
    <message>
        <source>In one year</source>
        <translation>In einem Jahr</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag…</translation>
    </message>
    <message>
        <source>Last day on which the token lets in</source>
        <translation>Letzter Tag, an dem das Token einlässt</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Expires</source>
        <translation>Läuft &amp;ab</translation>
    </message>
    <message>
        <source>Create token</source>
        <translation>Token anlegen</translation>
    </message>
</context>
<context>
    <name>labelwright::TokenModel</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked %1</source>
        <translation>Widerrufen %1</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>labelwright::TrainingRunner</name>
    <message>
        <source>Another experiment is being trained; wait for it or stop it first.</source>
        <translation>Ein anderes Experiment wird gerade trainiert; warte darauf oder halte es zuerst an.</translation>
    </message>
</context>
<context>
    <name>labelwright::TrainingView</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>mAP auf Validierung</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Overlay runs</source>
        <translation>Läufe überlagern</translation>
    </message>
    <message>
        <source>Draw other experiments&apos; curves with this one&apos;s</source>
        <translation>Kurven anderer Experimente mit denen dieses zeichnen</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation>&amp;Logarithmischer Verlust</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>The first epoch has not ended yet</source>
        <translation>Die erste Epoche ist noch nicht zu Ende</translation>
    </message>
    <message>
        <source>Training has not begun yet</source>
        <translation>Das Training hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>Epoch %1: training %2, validation %3</source>
        <translation>Epoche %1: Training %2, Validierung %3</translation>
    </message>
    <message>
        <source>No other experiment has run</source>
        <translation>Kein anderes Experiment ist gelaufen</translation>
    </message>
    <message>
        <source>Kept epoch</source>
        <translation>Behaltene Epoche</translation>
    </message>
    <message>
        <source>Best by loss</source>
        <translation>Bester Verlust</translation>
    </message>
    <message>
        <source>Best by mAP</source>
        <translation>Bestes mAP</translation>
    </message>
</context>
<context>
    <name>labelwright::TryPanel</name>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose image…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Try the image on the clipboard (Ctrl+V)</source>
        <translation>Das Bild aus der Zwischenablage ausprobieren (Strg+V)</translation>
    </message>
    <message>
        <source>Folder to table…</source>
        <translation>Ordner in Tabelle…</translation>
    </message>
    <message>
        <source>Predict every image of a folder into a CSV table</source>
        <translation>Jedes Bild eines Ordners in eine CSV-Tabelle vorhersagen</translation>
    </message>
    <message>
        <source>Lay over the image where the selected label is seen</source>
        <translation>Über das Bild legen, wo das gewählte Label gesehen wird</translation>
    </message>
    <message>
        <source>Strength of the overlay, per cent</source>
        <translation>Stärke der Überlagerung, Prozent</translation>
    </message>
    <message>
        <source>Strength of the overlay</source>
        <translation>Stärke der Überlagerung</translation>
    </message>
    <message>
        <source>Tried images</source>
        <translation>Ausprobierte Bilder</translation>
    </message>
    <message>
        <source>Trying images</source>
        <translation>Bilder werden ausprobiert</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>This image cannot be shown.</source>
        <translation>Dieses Bild lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The clipboard holds no image; copy one first.</source>
        <translation>Die Zwischenablage enthält kein Bild; kopiere zuerst eines.</translation>
    </message>
    <message>
        <source>Choose an image to try</source>
        <translation>Ein Bild zum Ausprobieren wählen</translation>
    </message>
    <message>
        <source>Where “%1” is seen: yellow speaks for it most.</source>
        <translation>Wo „%1“ gesehen wird: Gelb spricht am meisten dafür.</translation>
    </message>
    <message>
        <source>Looking where labels are seen…</source>
        <translation>Es wird geschaut, wo Labels gesehen werden…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Save the predictions</source>
        <translation>Die Vorhersagen speichern</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Predicting %1</source>
        <translation>%1 wird vorhergesagt</translation>
    </message>
    <message numerus="yes">
        <source>Predicted %n images into %1.</source>
        <translation>
            <numerusform>%n Bild nach %1 vorhergesagt.</numerusform>
            <numerusform>%n Bilder nach %1 vorhergesagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read; the table says why.</source>
        <translation>
            <numerusform>%n davon ließ sich nicht lesen; die Tabelle sagt, warum.</numerusform>
            <numerusform>%n davon ließen sich nicht lesen; die Tabelle sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show where it was seen</source>
        <translation>Zeigen, wo es gesehen wurde</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
</context>
<context>
    <name>labelwright::VersionsPanel</name>
    <message>
        <source>A version is the state of labels and subsets that an experiment was made with. It is kept by itself; later answers never change it.</source>
        <translation>Eine Version ist der Stand von Labels und Teilmengen, mit dem ein Experiment angelegt wurde. Sie wird von selbst behalten; spätere Antworten ändern sie nie.</translation>
    </message>
    <message>
        <source>No version yet: the first experiment makes one.</source>
        <translation>Noch keine Version: Das erste Experiment legt eine an.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>Version %1 · %2</translation>
    </message>
    <message>
        <source>Used by no experiment</source>
        <translation>Von keinem Experiment benutzt</translation>
    </message>
    <message>
        <source>Used by %1</source>
        <translation>Benutzt von %1</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Seitdem geändert: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ZoomView</name>
    <message>
        <source>Large picture; plus and minus zoom, F fits, arrows move</source>
        <translation>Großes Bild; Plus und Minus zoomen, F passt ein, Pfeile bewegen</translation>
    </message>
    <message>
        <source>Wheel, + and − zoom; drag or arrow keys move; F or double click fits</source>
        <translation>Rad, + und − zoomen; Ziehen oder Pfeiltasten bewegen; F oder Doppelklick passt ein</translation>
    </message>
</context>
</TS>
