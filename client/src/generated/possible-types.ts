
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Building",
      "Comment",
      "Document",
      "Issue",
      "Lease",
      "LinkedBuilding",
      "LinkedPerson",
      "LinkedUnit",
      "Person",
      "Task",
      "Unit"
    ],
    "SourcedNode": [
      "Building",
      "Document",
      "Issue",
      "Lease",
      "Person",
      "Unit"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Building",
      "Comment",
      "Document",
      "Issue",
      "Lease",
      "LinkedBuilding",
      "LinkedPerson",
      "LinkedUnit",
      "Person",
      "Task",
      "Unit"
    ],
    "SourcedNode": [
      "Building",
      "Document",
      "Issue",
      "Lease",
      "Person",
      "Unit"
    ]
  }
};
      export default result;
    