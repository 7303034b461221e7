import { datasets } from '#core/files/datasets.ts'

export const usage = `Usage: npm run -s cli -- COMMAND

  connect --link URL --public-key FILE          walk the connection flow behind a link
  integrations [--name TEXT]                    integrations and what arrived last; TEXT is a part of the name,
                                                the origin id or the id

  mapping draft FILE [--dataset NAME]           propose a mapping for a file, without a server; --dialect JSON says how
                                                it is read, such as '{"delimiter":"~","headerRow":3}'
  mapping show --integration ID                 the latest and the approved mappings
  mapping put --integration ID FILE             store a new version, not yet approved
  mapping preview --integration ID [FILE_ID]    what the latest mapping, or --mapping FILE, would make of the newest
                                                upload, or of FILE_ID; nothing is written
  mapping approve --integration ID              approve what waits; the files are then applied
  mapping versions --integration ID             all versions, newest first
  mapping diff --integration ID VERSION         how a version differs from the one before it, or --against VERSION
  mapping restore --integration ID VERSION      make an earlier version the latest again, not yet approved
  filter show --integration ID                  who of the people in the files is stored
  filter options --integration ID               what rules can choose from, with the people in the newest file
  filter preview --integration ID FILE          how many people the rules in FILE would let pass
  filter put --integration ID FILE              the rules in FILE say who is stored from now on
  validate FILE [--mapping FILE]                everything that is wrong with a file, without a server

  sync --integration ID [--verify]              sync now; --verify compares the records with what is
                                                remembered of them, and repairs what differs; --all in place
                                                of --integration ID does it for every integration
  syncs --integration ID [--wait]               runs with their reports; --wait until all have ended, at most
                                                --timeout SECONDS (600): then those that ended meanwhile, else
                                                the newest
  held list --integration ID                    whose removal is held, why, and the name of the set that waits
  held pairs --integration ID                   who is probably in the held file under another id
  held approve --integration ID --set NAME      removes all who wait, or those with --id ID; --reason TEXT is a must;
                                                --file ID applies a file that is held as a whole instead
  held discard --integration ID --set NAME      keeps them, and asks about them no more; the same options
  person export --integration ID                all that is stored of one person: --remote-id ID, or --id ID of the record;
                                                --reason TEXT is a must
  person erase --integration ID                 ends all that is stored of one person, for ever; the same options
  receipts                                      people who were erased and integrations that were purged: what went,
                                                and which backups remain until when
  limit --integration ID NAME                   from when on a guard holds what files would do: --share 0.2 --records 20;
                                                removals, quarantine, drift or swaps; without both, the default
  file-names --integration ID WORD[,WORD …]     by which words files of employees are named, beside the fixed names;
                                                --dataset NAME for others; without a word only the fixed ones
  result-files --integration ID on|off          whether what became of each file is put back into the customer's
                                                SFTP folder, as employees.result.csv
  identity list --integration ID                remote ids that were linked, since they mean one person
  identity suggest --integration ID             who is missing and seems to be there under another id; --by FIELD compares
                                                by email, name_and_birth_date or a field of the record
  identity link --integration ID --pair OLD=NEW the person keeps the id of the record; --set NAME links all that suggest
                                                lists, --keep to keeps the id of NEW; --reason TEXT is a must
  identity unlink --integration ID --id NEW     they are two again; --reason TEXT is a must
  expect --integration ID                       when files are expected, learned or set, and which is late
  expect --integration ID WHEN                  so many hours after the last, as FILE.json says, "learned" or "none";
                                                --dataset NAME for others than employees
  calendar --integration ID WHERE               on holidays of DE, or of DE-BY, no file is expected; FILE.json names
                                                days too; "none" ends that
  files --integration ID                        what arrived, and what became of it
  replay preview --integration ID FILE_ID       what applying an archived file again would change, record by record
  replay run --integration ID FILE_ID           applies it again, as if it came now; --reason TEXT is a must
  rollback preview --integration ID SYNC_ID     what undoing the last sync of a dataset would change, and whom it removes
  rollback run --integration ID SYNC_ID         undoes it; --removals NUMBER confirms how many go, --reason TEXT why
  file rows --integration ID FILE_ID            its first rows
  file download --integration ID FILE_ID        an address from which it can be fetched for five minutes

  doctor                                        whether the deployment works: a made-up company goes by SFTP to the API
                                                and away again; each step at most --timeout SECONDS (600)

  webhook list                                  endpoints that are told of events
  webhook deliveries ID                         what an endpoint was sent lately, and what it answered
  webhook redeliver --webhook ID DELIVERY_ID    sends one that has ended once more
  webhook test ID                               sends a made-up event

  api-key create --name NAME                    another API key, shown once; --allow ADDRESS limits where it may
                                                be used from, as often as needed: 203.0.113.7, 203.0.113.0/24
  api-key create --table NAME --secret ARN      the first key of a deployment on AWS; its outputs have the whole command
  api-key list                                  keys with their last use
  api-key revoke ID                             ends a key, at once
  pgp-key list                                  the PGP keys that files may be encrypted for, newest first
  pgp-key rotate                                a new one, which customers are shown from now on; the others are kept
  pgp-key retire FINGERPRINT                    files for that key are not read any more
  audit [--integration ID]                      who changed what, newest first

--dataset is one of ${datasets.join(', ')}; versions, diff, restore, preview,
held approve and held discard take employees without it.
restore and download take --reason TEXT for the audit log.
pgp-key works on the laptop's data folder (ROSTERPORT_DATA), or with --secret ARN on that of a deployment on AWS.
ROSTERPORT_URL and ROSTERPORT_API_KEY name the server; without them, the laptop's.`
