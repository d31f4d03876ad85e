type ChoiceInputProps = {
  type: 'radio' | 'checkbox';
  name?: string;
  value?: string;
  checked: boolean;
  onChange: () => void;
};

/**
 * The native button of a choice, unseen and over the whole of its label (`relative isolate`): whatever is drawn there, a
 * press reaches it. A button that stands in the same place needs `z-20`.
 */
export function ChoiceInput(props: ChoiceInputProps) {
  return (
    <input
      {...props}
      className="absolute inset-0 z-10 size-full cursor-pointer appearance-none rounded-[inherit] outline-none"
    />
  );
}
